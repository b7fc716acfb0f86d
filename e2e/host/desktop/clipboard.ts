import { standInObject } from '../stand-in/stand-in.ts';

let text = '';

/** `clipboard`: one text, of this process alone. */
export const clipboard = standInObject<Electron.Clipboard, 'readText' | 'writeText' | 'clear'>(
  'Clipboard',
  'clipboard',
  {
    readText: async () => text,
    async writeText(written) {
      text = written;
    },
    clear() {
      text = '';
    },
  },
);
