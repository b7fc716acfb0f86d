/** `npm run headless`: the engine without a desktop. stdout belongs to its NDJSON; all other words go to stderr. */
import path from 'node:path';
import { command } from './process/entry.mjs';
import { runNodeProgram } from './process/foreground.mjs';
import { ROOT } from './setup/places.mjs';
import { callersFolder, prepare } from './setup/prepare.mjs';
import { narrator } from './setup/say.mjs';

/** The program flushes and exits within 2 s of a signal; a setup that it comes to has to end as fast. */
const GRACE = { graceMs: 1_900 };

await command(async () => {
  const { node, env } = await prepare({ build: true }, narrator(process.stderr));
  const program = path.join(ROOT, 'out', 'main', 'headless.js');
  return runNodeProgram(node, [program, ...process.argv.slice(2)], { env, cwd: callersFolder('headless') });
}, GRACE);
