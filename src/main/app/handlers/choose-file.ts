import { dialog, type FileFilter } from 'electron';

/** Kinds of files that a dialog offers. */
type Kinds = readonly Readonly<FileFilter>[];

/** Asks the user where to save a file; `null` = nowhere. */
export async function fileToSave(title: string, defaultPath: string, kinds: Kinds): Promise<string | null> {
  const { canceled, filePath } = await dialog.showSaveDialog({ title, defaultPath, filters: [...kinds] });
  return canceled || !filePath ? null : filePath;
}

/** Asks the user for a file to read; `null` = none. */
export async function fileToOpen(title: string, kinds: Kinds): Promise<string | null> {
  const { canceled, filePaths } = await dialog.showOpenDialog({
    title,
    properties: ['openFile'],
    filters: [...kinds],
  });
  return canceled ? null : (filePaths[0] ?? null);
}
