import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/** What stands before the switches in Electron's executable that are set when an app is packed. */
export const FUSE_MARK = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX';
/** How Electron is delivered, switch by switch: `1` on, `0` off. */
const DELIVERED = '10110001';
const FUSES = Buffer.concat([
  Buffer.from(FUSE_MARK),
  Buffer.from([1, DELIVERED.length]),
  Buffer.from(DELIVERED),
]);
const MAC_HELPERS = ['', ' (Renderer)', ' (GPU)', ' (Plugin)'];

/** Writes a folder of the form in which Electron comes for Linux, without Electron. */
export function linuxRuntime(folder: string): string {
  write(folder, 'locales/en-US.pak', '');
  write(folder, 'version', '45.0.0');
  write(folder, 'electron', Buffer.concat([Buffer.from('#!/bin/sh\nexit 0\n#'), FUSES]), 0o755);
  return folder;
}

/** The same for macOS. */
export function macRuntime(folder: string): string {
  const contents = path.join(folder, 'Electron.app/Contents');
  write(folder, 'version', '45.0.0');
  write(contents, 'Info.plist', plist('Electron', 'com.github.Electron'));
  write(contents, 'MacOS/Electron', 'no program', 0o755);
  const framework = path.join(contents, 'Frameworks/Electron Framework.framework');
  write(framework, 'Electron Framework', FUSES);
  write(framework, 'Versions/A/Resources/en.lproj/locale.pak', '');
  for (const kind of MAC_HELPERS) {
    const helper = path.join(contents, `Frameworks/Electron Helper${kind}.app/Contents`);
    write(helper, 'Info.plist', plist(`Electron Helper${kind}`, 'com.github.Electron.helper'));
    write(helper, `MacOS/Electron Helper${kind}`, 'no program', 0o755);
  }
  return folder;
}

function write(folder: string, name: string, content: string | Buffer, mode = 0o644): void {
  const file = path.join(folder, name);
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, content, { mode });
}

function plist(name: string, id: string): string {
  const fields = { CFBundleExecutable: name, CFBundleName: name, CFBundleIdentifier: id };
  const lines = Object.entries(fields).map(([key, value]) => `<key>${key}</key><string>${value}</string>`);
  return `<?xml version="1.0" encoding="UTF-8"?>\n<plist version="1.0"><dict>${lines.join('')}</dict></plist>\n`;
}
