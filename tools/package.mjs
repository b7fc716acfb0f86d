/** `npm run package`: the installers of this system, into dist/. Flags go to electron-builder, e.g. `-- --linux deb`. */
import path from 'node:path';
import { command } from './process/entry.mjs';
import { runNodeProgram } from './process/foreground.mjs';
import { ROOT } from './setup/places.mjs';
import { prepare } from './setup/prepare.mjs';
import { SetupProblem } from './setup/say.mjs';

await command(async () => {
  const { electron, node, env } = await prepare({ electron: true, retryElectron: true, build: true });
  if (electron?.kind !== 'real') {
    throw new SetupProblem(
      `Installers hold Electron, and it can't be had here. ${electron?.why ?? ''} \`npm test\` packs with a folder in its place and checks the rest.`,
    );
  }
  const builder = path.join(ROOT, 'node_modules', 'electron-builder', 'cli.js');
  return runNodeProgram(node, [builder, '--publish', 'never', ...process.argv.slice(2)], { env, cwd: ROOT });
});
