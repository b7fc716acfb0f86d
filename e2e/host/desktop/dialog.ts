import { standInObject } from '../stand-in/stand-in.ts';

/** `dialog`: nobody sits before it, so only the error box is there; a test replaces the others, as in Electron. */
export const dialog = standInObject<Electron.Dialog, 'showErrorBox'>('Dialog', 'dialog', {
  showErrorBox: (title, content) => void process.stderr.write(`${title}\n${content}\n`),
});
