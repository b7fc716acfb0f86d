import { REQUEST_NAMES } from '#contract/requests.ts';
import { PARSERS } from '../parsers.ts';
import { CALL_SOURCE } from './bad-inputs.ts';

/** Calls that the page has under way at once. */
const AT_ONCE = 400;

/** The page of the running app. */
interface RunningPage {
  evaluate(source: string): Promise<unknown>;
}

/** What came of the calls. `executed`: bad ones that were not refused, by their seeds. */
export interface Fuzzing {
  readonly bad: number;
  readonly refused: number;
  readonly executed: readonly string[];
}

/**
 * Sends calls of the seeds `from` to `to` from the page to the running main process, through the bridge. Only those
 * that their parser does not take are sent: each must come back refused.
 */
export async function fuzzDoor(page: RunningPage, from: number, to: number): Promise<Fuzzing> {
  const makeCall = new Function(`return ${CALL_SOURCE}`)() as (
    seed: number,
    names: readonly string[],
  ) => [keyof typeof PARSERS, unknown];
  let bad = 0;
  let refused = 0;
  const executed: string[] = [];
  for (let start = from; start < to; start += AT_ONCE) {
    const seeds: number[] = [];
    for (let seed = start; seed < Math.min(to, start + AT_ONCE); seed += 1) {
      const [name, input] = makeCall(seed, REQUEST_NAMES);
      if (PARSERS[name](input) === undefined) seeds.push(seed);
    }
    const replies = (await page.evaluate(sendAll(seeds))) as string[];
    bad += seeds.length;
    for (const [at, code] of replies.entries()) {
      if (code === 'bad-request' || code === 'not-cloned') refused += 1;
      else executed.push(`${seeds[at]}: ${makeCall(seeds[at] ?? 0, REQUEST_NAMES)[0]} answered ${code}`);
    }
  }
  return { bad, refused, executed };
}

/** The page's part: makes each call and tells the code of its reply. */
function sendAll(seeds: readonly number[]): string {
  return `(async () => {
    const makeCall = ${CALL_SOURCE};
    const names = ${JSON.stringify(REQUEST_NAMES)};
    return Promise.all(${JSON.stringify(seeds)}.map((seed) => {
      const [name, input] = makeCall(seed, names);
      return window.linewatch.request(name, input).then(
        (reply) => (reply.ok ? 'ok' : reply.code === 'internal' && /clone/i.test(reply.message) ? 'not-cloned' : reply.code),
        () => 'not-cloned',
      );
    }));
  })()`;
}
