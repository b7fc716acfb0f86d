/** `npm run check`: the inner loop. Types, lint and quick tests; says more than a line only about what failed. */
import { endingSignal } from './process/children.mjs';
import { command } from './process/entry.mjs';
import { prepare } from './setup/prepare.mjs';
import { seconds } from './setup/say.mjs';
import { lint, types, unused, vitestPart } from './verdict/parts.mjs';
import { runParts } from './verdict/report.mjs';
import { countLine, isGreen, sum } from './verdict/tally.mjs';

const AT_ONCE = 2;

await command(async () => {
  const context = await prepare({});
  const parts = [vitestPart('quick tests', ['quick']), types, lint, unused];
  const total = sum(await runParts(parts, context, AT_ONCE));
  process.stdout.write(`${countLine(total)} (${seconds(process.uptime() * 1000)})\n`);
  return isGreen(total) && endingSignal() === null ? 0 : 1;
});
