import { seconds } from '../setup/say.mjs';
import { countLine, isGreen } from './tally.mjs';

const HEARTBEAT_MS = 30_000;
const MESSAGE_LINES = 40;

/**
 * Runs one part and prints one line about it, then each failure with its name and message. A part that lasts says
 * every 30 s that it is still at it.
 */
export async function runPart(
  /** @type {import('./parts.mjs').Part} */ part,
  /** @type {import('./parts.mjs').Context} */ context,
  write = (/** @type {string} */ text) => void process.stdout.write(text),
) {
  const startedMs = performance.now();
  const spent = () => seconds(performance.now() - startedMs);
  const heartbeat = setInterval(() => write(`  … ${part.name}: ${spent()} so far\n`), HEARTBEAT_MS);
  try {
    const tally = await part.run(context);
    write(
      `  ${isGreen(tally) || tally.failed === 0 ? '✓' : '✗'} ${part.name}: ${countLine(tally)} (${spent()})\n`,
    );
    for (const failure of tally.failures) write(describe(failure));
    return tally;
  } finally {
    clearInterval(heartbeat);
  }
}

/** Runs parts, `atOnce` of them at a time. Gives their tallies in the order of the parts. */
export async function runParts(
  /** @type {readonly import('./parts.mjs').Part[]} */ parts,
  /** @type {import('./parts.mjs').Context} */ context,
  /** @type {number} */ atOnce,
) {
  /** @type {import('./tally.mjs').Tally[]} */
  const tallies = new Array(parts.length);
  const waiting = parts.entries();
  const worker = async () => {
    for (const [index, part] of waiting) tallies[index] = await runPart(part, context);
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
  return tallies;
}

function describe(/** @type {import('./tally.mjs').Failure} */ { name, message }) {
  const lines = message.split('\n');
  const shown = lines.slice(0, MESSAGE_LINES).map((line) => `      ${line}`);
  if (lines.length > MESSAGE_LINES) shown.push(`      (${lines.length - MESSAGE_LINES} more lines)`);
  return `    ✗ ${name}\n${shown.join('\n')}\n`;
}
