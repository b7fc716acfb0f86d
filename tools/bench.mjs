/**
 * `npm run bench [-- NAME… [--quick] [--json FILE]]`: runs the benchmarks whose file name contains a NAME, or all of them,
 * and prints one table of what was measured; `--json` writes the same rows to a file, an array with a row a line.
 */
import { readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { runBench, tableOf } from './bench-rows.mjs';
import { command } from './process/entry.mjs';
import { ROOT } from './setup/places.mjs';
import { prepare } from './setup/prepare.mjs';
import { SetupProblem } from './setup/say.mjs';

const BENCH = path.join(ROOT, 'bench');

await command(async () => {
  const args = process.argv.slice(2);
  const firstFlag = args.findIndex((arg) => arg.startsWith('-'));
  const names = firstFlag < 0 ? args : args.slice(0, firstFlag);
  const flags = firstFlag < 0 ? [] : args.slice(firstFlag);
  const json = flags.indexOf('--json');
  const jsonFile = json < 0 ? undefined : flags[json + 1];
  if (json >= 0 && (jsonFile === undefined || jsonFile.startsWith('-')))
    throw new SetupProblem('--json wants a file, e.g. --json bench.json.');
  if (json >= 0) flags.splice(json, 2);
  const all = readdirSync(BENCH)
    .filter((file) => file.endsWith('.bench.ts'))
    .sort();
  const chosen = all.filter((file) => names.length === 0 || names.some((name) => file.includes(name)));
  if (chosen.length === 0)
    throw new SetupProblem(`No such benchmark. There are: ${all.join(', ') || 'none'}.`);
  const { node, env } = await prepare({});
  const rows = [];
  let hasFailed = false;
  for (const file of chosen) {
    process.stderr.write(`${file}\n`);
    const ran = await runBench(node, ['--expose-gc', path.join(BENCH, file), ...flags], { env, cwd: ROOT });
    rows.push(...ran.rows);
    hasFailed ||= ran.code !== 0;
  }
  process.stdout.write(tableOf(rows));
  if (jsonFile !== undefined)
    writeFileSync(jsonFile, `[\n${rows.map((row) => JSON.stringify(row)).join(',\n')}\n]\n`);
  return hasFailed ? 1 : 0;
});
