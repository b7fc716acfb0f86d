import type { Budgets } from '../../ports/budgets.ts';
import type { Clock } from '../../ports/clock.ts';
import type { MarketsQuery, Rest, RestFailure, RestOutcome } from '../../ports/rest.ts';
import { PROXY_FAULT, type Tunnel } from '../proxy.ts';
import { type Redact, redactKey } from '../redact.ts';
import {
  decodeGames,
  decodeInfo,
  decodeLabels,
  decodeMarkets,
  decodeParlays,
  errorWords,
  isErrorBody,
} from './decode-rest.ts';
import { GetQueue } from './get-queue.ts';
import { getResponse } from './get-response.ts';

const TIMEOUT_MS = 30_000;
/** A catalogue is a few MiB at most; beyond this an answer is a fault. */
const MAX_BODY_BYTES = 64 * 1024 * 1024;
/** Wait after a 429 that does not say how long. */
const RETRY_AFTER_MS = 60_000;
/** A longer pause is taken for a fault. */
const LONGEST_PAUSE_MS = 3_600_000;

interface RestNeeds {
  /** Base of all endpoints, e.g. `https://spro.agency/api`. */
  readonly base: string;
  readonly key: string;
  readonly clock: Clock;
  readonly budgets: Budgets;
  /** The way to the provider, where it is not the plain one. */
  readonly tunnel?: Tunnel;
}

/** The provider's GET endpoints over fetch. The key is redacted here, where it is known, from everything that leaves. */
export function createProviderRest({ base, key, clock, budgets, tunnel }: RestNeeds): Rest {
  const queue = new GetQueue(clock, budgets);
  const redact = redactKey(key);

  async function get<T>(
    path: string,
    query: Readonly<Record<string, string>>,
    decode: (body: unknown) => T | undefined,
  ): Promise<RestOutcome<T>> {
    if (!(await queue.turn()))
      return { ok: false, code: 'stopped', message: 'Too many requests wait already.' };
    try {
      const url = urlOf(base, path, { ...query, key });
      const response = await getResponse(url, tunnel, AbortSignal.timeout(TIMEOUT_MS));
      const body = await bodyOf(response, redact);
      if (response.ok && !isErrorBody(body)) {
        const value = decode(body);
        return value === undefined
          ? {
              ok: false,
              code: 'unreadable',
              message: `The provider\u2019s answer to ${path} was not understood.`,
            }
          : { ok: true, value };
      }
      const failure = failureOf(response, redact(errorWords(body)), clock.nowMs());
      if (failure.code === 'rate-limited') queue.block(failure.retryAfterMs);
      return failure;
    } catch (error) {
      return {
        ok: false,
        code: 'offline',
        message: redact(
          isProxyFault(error) ? error.message : `The provider could not be reached: ${wordsOf(error)}.`,
        ),
      };
    }
  }

  return {
    info: () => get('/get_info', {}, decodeInfo),
    games: () => get('/get_games', {}, decodeGames),
    markets: (query) => get('/get_markets', joined(query), decodeMarkets),
    parlays: (sportsbook) => get('/get_parlays', { sportsbooks: sportsbook }, decodeParlays),
    esportsLabels: () => get('/playbyplay/esports', {}, decodeLabels),
    get waiting() {
      return queue.waiting;
    },
    stop: () => queue.stop(),
  };
}

function urlOf(base: string, path: string, query: Readonly<Record<string, string>>): URL {
  const url = new URL(base.replace(/\/+$/, '') + path);
  if (url.protocol === 'wss:') url.protocol = 'https:';
  if (url.protocol === 'ws:') url.protocol = 'http:';
  for (const [name, value] of Object.entries(query)) url.searchParams.set(name, value);
  return url;
}

function joined({ sports, sportsbooks }: MarketsQuery): Record<string, string> {
  return {
    ...(sports !== undefined && sports.length > 0 && { sports: sports.join(',') }),
    ...(sportsbooks !== undefined && sportsbooks.length > 0 && { sportsbooks: sportsbooks.join(',') }),
  };
}

/** The body without the key, as JSON where it is JSON, else as text. Reading stops at the bound. */
async function bodyOf(response: Response, redact: Redact): Promise<unknown> {
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of response.body ?? []) {
    bytes += chunk.byteLength;
    if (bytes > MAX_BODY_BYTES) throw new Error(`the answer is larger than ${MAX_BODY_BYTES >> 20} MiB`);
    chunks.push(chunk);
  }
  const text = redact(Buffer.concat(chunks).toString('utf8'));
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

function failureOf(response: Response, words: string, nowMs: number): RestFailure {
  const said = words === '' ? `HTTP ${response.status}` : words;
  if (response.status === 429 || /rate limit/i.test(words)) {
    return {
      ok: false,
      code: 'rate-limited',
      message: `The provider asks for a pause: ${said}.`,
      retryAfterMs: retryAfterMs(response.headers.get('retry-after'), nowMs),
    };
  }
  if (/plan|upgrade|subscription|not (?:available|included|supported)/i.test(words)) {
    return { ok: false, code: 'not-in-plan', message: `Not in your plan: ${said}` };
  }
  if (response.status === 401 || response.status === 403) {
    return { ok: false, code: 'key-refused', message: `The provider refused the key: ${said}.` };
  }
  return {
    ok: false,
    code: response.ok ? 'unreadable' : 'offline',
    message: `The provider answered: ${said}.`,
  };
}

/** `Retry-After` in seconds or as a date, at most an hour; a minute where it does not say. */
function retryAfterMs(header: string | null, nowMs: number): number {
  const seconds = Number(header ?? Number.NaN);
  const askedMs = Number.isFinite(seconds) ? seconds * 1000 : Date.parse(header ?? '') - nowMs;
  return askedMs > 0 ? Math.min(askedMs, LONGEST_PAUSE_MS) : RETRY_AFTER_MS;
}

/** What fetch says, cause included; its `input` and URL are never looked at. */
function wordsOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  if (error.name === 'TimeoutError' || error.name === 'AbortError') return 'no answer within 30 s';
  const cause = error.cause instanceof Error ? (error.cause as NodeJS.ErrnoException) : undefined;
  return cause?.code ?? cause?.message ?? (error as NodeJS.ErrnoException).code ?? error.message;
}

function isProxyFault(error: unknown): error is Error {
  return error instanceof Error && (error as NodeJS.ErrnoException).code === PROXY_FAULT;
}
