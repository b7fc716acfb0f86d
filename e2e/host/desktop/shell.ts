import { spawn } from 'node:child_process';
import { standInObject } from '../stand-in/stand-in.ts';

/** `shell`: hands over to `xdg-open`, as Electron does on Linux; a test puts its own one on PATH. */
export const shell = standInObject<Electron.Shell, 'openExternal' | 'openPath' | 'beep'>('Shell', 'shell', {
  async openExternal(url) {
    if (!URL.canParse(url)) throw new Error('Invalid URL');
    const failure = await xdgOpen(url);
    if (failure) throw new Error(`Failed to open: ${failure}`);
  },
  async openPath(path) {
    return (await xdgOpen(path)) ? 'Failed to open path' : '';
  },
  beep: () => undefined,
});

function xdgOpen(target: string): Promise<string | undefined> {
  return new Promise((resolve) => {
    const child = spawn('xdg-open', [target], { stdio: 'ignore', detached: true });
    child.on('error', (error) => resolve(error.message));
    child.on('exit', (code) => resolve(code === 0 ? undefined : `xdg-open ended with ${code}`));
    child.unref();
  });
}
