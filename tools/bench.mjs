/** `npm run bench [-- NAME… [--flags…]]`: runs the benchmarks whose file name contains a NAME, or all of them. */
import { readdirSync } from 'node:fs';
import path from 'node:path';
import { command } from './process/entry.mjs';
import { runNodeProgram } from './process/foreground.mjs';
import { ROOT } from './setup/places.mjs';
import { prepare } from './setup/prepare.mjs';
import { SetupProblem } from './setup/say.mjs';

const BENCH = path.join(ROOT, 'bench');

await command(async () => {
  const args = process.argv.slice(2);
  const firstFlag = args.findIndex((arg) => arg.startsWith('-'));
  const names = firstFlag < 0 ? args : args.slice(0, firstFlag);
  const flags = firstFlag < 0 ? [] : args.slice(firstFlag);
  const all = readdirSync(BENCH)
    .filter((file) => file.endsWith('.bench.ts'))
    .sort();
  const chosen = all.filter((file) => names.length === 0 || names.some((name) => file.includes(name)));
  if (chosen.length === 0)
    throw new SetupProblem(`No such benchmark. There are: ${all.join(', ') || 'none'}.`);
  const { node, env } = await prepare({});
  let worst = 0;
  for (const file of chosen) {
    process.stdout.write(`${file}\n`);
    worst = Math.max(
      worst,
      await runNodeProgram(node, [path.join(BENCH, file), ...flags], { env, cwd: ROOT }),
    );
  }
  return worst;
});
