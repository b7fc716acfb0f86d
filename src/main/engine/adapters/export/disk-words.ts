/** Writes a file and answers it, or says in words why it could not be written. */
export function tryToWrite(
  file: string,
  write: () => void,
): { ok: true; value: string } | { ok: false; code: 'not-saved'; message: string } {
  try {
    write();
    return { ok: true, value: file };
  } catch (error) {
    return { ok: false, code: 'not-saved', message: diskWords(error, file) };
  }
}

/** What went wrong with a file, in words that say what to do. */
export function diskWords(error: unknown, file: string): string {
  const { code } = error as NodeJS.ErrnoException;
  switch (code) {
    case 'ENOSPC':
    case 'EDQUOT':
      return `The disk is full: ${file} was not written. Make room, or choose another place.`;
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
      return `${file} can’t be written there: choose a place where you may write.`;
    case 'ENOENT':
    case 'ENOTDIR':
      return `There is no folder for ${file}: make it, or choose another place.`;
    case 'EISDIR':
      return `${file} is a folder: choose another name.`;
    case 'EEXIST':
      return `${file} is being written already: wait for that to end, or choose another name.`;
    default:
      return `${file} could not be written: ${error instanceof Error ? error.message : String(error)}`;
  }
}
