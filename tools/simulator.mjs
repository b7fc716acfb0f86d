/** `npm run simulator`: the BoltOdds-compatible server alone. */
import path from 'node:path';
import { command } from './process/entry.mjs';
import { runNodeProgram } from './process/foreground.mjs';
import { ROOT } from './setup/places.mjs';
import { callersFolder, prepare } from './setup/prepare.mjs';
import { narrator } from './setup/say.mjs';

await command(async () => {
  const { node, env } = await prepare({}, narrator(process.stderr));
  const program = path.join(ROOT, 'src', 'simulator', 'cli.ts');
  return runNodeProgram(node, [program, ...process.argv.slice(2)], { env, cwd: callersFolder('simulator') });
});
