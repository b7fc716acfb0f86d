import { parseArgs } from 'node:util';
import type { SimulatorOptions } from './options.ts';
import { isPlanName } from './server/limits/plan.ts';

/** What the command line asks for, or a sentence that says what is wrong with it. */
export type Command =
  | { readonly kind: 'help' }
  | { readonly kind: 'simulate'; readonly options: SimulatorOptions }
  | {
      readonly kind: 'replay';
      readonly file: string;
      readonly speed: number;
      readonly options: SimulatorOptions;
    }
  | { readonly kind: 'wrong'; readonly sentence: string };

/** Printed for `--help`. */
export const USAGE = `npm run simulator -- [flags]

A BoltOdds-compatible server on this machine, with made-up games and prices.

  --port N         port to listen on (default: any free one)
  --key KEY        the key that is let in (default: a new one)
  --books N        sportsbooks (default 12)
  --games N        games on the board (default 40)
  --rate N         odds frames a second (default 50)
  --seed TEXT      same seed, size and start: the same evening (default 1)
  --start TIME     when the evening is, e.g. 2026-11-22T23:30:00Z (default: now)
  --time-scale N   how much faster than real time it passes (default 1)
  --consensus      adds the pseudo-book "consensus"
  --plan NAME      starter, growth, trial, pro or custom (default pro)
  --no-limits      drops the provider's limits
  --ping SECONDS   between pings (default 15)
  --array-frames   several messages in one frame
  --binary-frames  binary instead of text frames
  --control        opens POST /control: faults on command, for tests
  --replay FILE    plays a recording instead
  --speed N        of the replay; 0 = as fast as it goes (default 1)
`;

/** Reads the command line. Never throws. */
export function readCommandLine(args: readonly string[]): Command {
  let values: ReturnType<typeof parse>;
  try {
    values = parse(args);
  } catch (error) {
    const { message } = error as Error;
    return wrong(message.endsWith('.') ? message : `${message}.`);
  }
  if (values.help) return { kind: 'help' };
  const numbers: Partial<
    Record<'port' | 'books' | 'games' | 'rate' | 'ping' | 'time-scale' | 'speed', number>
  > = {};
  for (const [name, least, most] of NUMBERS) {
    const text = values[name];
    if (text === undefined) continue;
    const number = Number(text);
    if (text.trim() === '' || !(number >= least && number <= most)) {
      return wrong(`--${name} wants a number from ${least} to ${most}, not "${text}".`);
    }
    numbers[name] = number;
  }
  const startMs = values.start === undefined ? undefined : Date.parse(values.start);
  if (Number.isNaN(startMs))
    return wrong(`--start wants a time like 2026-11-22T23:30:00Z, not "${values.start}".`);
  const { plan } = values;
  if (plan !== undefined && !isPlanName(plan)) return wrong(`--plan knows no "${plan}".`);
  if (values.key === '') return wrong('--key must not be empty.');
  if (numbers.speed !== undefined && values.replay === undefined) return wrong('--speed goes with --replay.');
  const options: SimulatorOptions = withoutGaps({
    port: numbers.port,
    books: whole(numbers.books),
    games: whole(numbers.games),
    ratePerSecond: numbers.rate,
    timeScale: numbers['time-scale'],
    pingIntervalMs: numbers.ping === undefined ? undefined : numbers.ping * 1000,
    seed: values.seed,
    startMs,
    key: values.key,
    plan,
    limits: values['no-limits'] ? false : undefined,
    consensus: values.consensus,
    arrayFrames: values['array-frames'],
    binaryFrames: values['binary-frames'],
    control: values.control,
  });
  if (values.replay === undefined) return { kind: 'simulate', options };
  return {
    kind: 'replay',
    file: values.replay,
    speed: numbers.speed === 0 ? Infinity : (numbers.speed ?? 1),
    options,
  };
}

const NUMBERS = [
  ['port', 0, 65_535],
  ['books', 1, 200],
  ['games', 1, 2000],
  ['rate', 0.1, 20_000],
  ['ping', 0.05, 3600],
  ['time-scale', 0.1, 1000],
  ['speed', 0, 1000],
] as const;

function parse(args: readonly string[]) {
  return parseArgs({
    args: [...args],
    strict: true,
    allowPositionals: false,
    options: {
      help: { type: 'boolean', short: 'h' },
      port: { type: 'string' },
      key: { type: 'string' },
      books: { type: 'string' },
      games: { type: 'string' },
      rate: { type: 'string' },
      seed: { type: 'string' },
      start: { type: 'string' },
      'time-scale': { type: 'string' },
      consensus: { type: 'boolean' },
      plan: { type: 'string' },
      'no-limits': { type: 'boolean' },
      ping: { type: 'string' },
      'array-frames': { type: 'boolean' },
      'binary-frames': { type: 'boolean' },
      control: { type: 'boolean' },
      replay: { type: 'string' },
      speed: { type: 'string' },
    },
  }).values;
}

function whole(number: number | undefined): number | undefined {
  return number === undefined ? undefined : Math.round(number);
}

function withoutGaps(
  options: { [K in keyof SimulatorOptions]: SimulatorOptions[K] | undefined },
): SimulatorOptions {
  return Object.fromEntries(Object.entries(options).filter(([, value]) => value !== undefined));
}

function wrong(sentence: string): Command {
  return { kind: 'wrong', sentence };
}
