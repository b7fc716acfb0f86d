/** `npm run build`: compiles the app into out/ when its sources changed. */
import { command } from './process/entry.mjs';
import { prepare } from './setup/prepare.mjs';

await command(async () => {
  await prepare({ build: true });
  process.stdout.write('out/ is built from the sources as they are.\n');
  return 0;
});
