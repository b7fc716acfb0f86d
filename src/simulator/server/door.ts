import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Duplex } from 'node:stream';
import type { FrameFaults } from './faults/faults.ts';
import type { Limits } from './limits/limits.ts';
import type { Plan } from './limits/plan.ts';
import type { SessionClock } from './sessions/session.ts';
import type { SimulatorStats } from './stats.ts';
import { WORDS } from './words.ts';

/** The sockets that the provider has. */
export type FeedPath = 'odds' | 'playbyplay' | 'livescores';

/** What the door checks against. */
export interface DoorRules {
  readonly key: string;
  readonly limits: Limits;
  readonly plan: Plan;
  readonly faults: FrameFaults;
  readonly stats: SimulatorStats;
  readonly clock: SessionClock;
}

/** A request as the door sees it: below the base or not, with its key. */
export interface Visit {
  /** Path below `/api`, without slashes at the ends; `null` when it is elsewhere. */
  readonly path: string | null;
  readonly query: URLSearchParams;
  readonly ip: string;
}

interface Refused {
  readonly status: number;
  readonly body: Record<string, string>;
  readonly retryAfterMs?: number;
}

/** Reads where a request wants to go. */
export function visitOf(request: IncomingMessage): Visit {
  const url = new URL(request.url ?? '/', 'http://localhost');
  const match = /^\/api(?:\/(.*?))?\/?$/.exec(url.pathname);
  return {
    path: match === null ? null : (match[1] ?? ''),
    query: url.searchParams,
    ip: request.socket.remoteAddress ?? '',
  };
}

/** Which socket a path leads to, `null` for none. */
export function feedAt(path: string | null): FeedPath | null {
  if (path === '') return 'odds';
  return path === 'playbyplay' || path === 'livescores' ? path : null;
}

/** Why a connect is refused, `null` when it is let in. Counts it against the limits. */
export function refuseConnect(visit: Visit, rules: DoorRules): Refused | null {
  const wrong = rules.faults.takeRefusal();
  if (wrong !== null) return { status: wrong.status, body: { message: wrong.words } };
  if (!rules.limits.connect(visit.ip, rules.clock.nowMs())) {
    return { status: 429, body: { message: WORDS.connectLimit } };
  }
  if (visit.query.get('key') !== rules.key) return { status: 401, body: { error: WORDS.invalidKey } };
  const feed = feedAt(visit.path);
  if (feed === null) return { status: 404, body: { error: WORDS.unknownEndpoint } };
  if (feed === 'playbyplay' && !rules.plan.playByPlay)
    return { status: 403, body: { message: WORDS.notInPlan } };
  if (rules.stats.sockets >= rules.plan.sockets) {
    return { status: 503, body: { message: WORDS.tooManyConnections } };
  }
  return null;
}

/** Why a GET is refused, `null` when it is answered. Counts it against the limits. */
export function refuseGet(visit: Visit, rules: DoorRules): Refused | null {
  const wrong = rules.faults.takeRefusal();
  if (wrong !== null) return { status: wrong.status, body: { message: wrong.words } };
  const waitMs = rules.limits.get(visit.ip, rules.clock.nowMs());
  if (waitMs > 0) return { status: 429, body: { message: WORDS.getLimit }, retryAfterMs: waitMs };
  if (visit.query.get('key') !== rules.key) return { status: 401, body: { error: WORDS.invalidKey } };
  return null;
}

/** Turns away a socket before it is one. */
export function turnAway(socket: Duplex, refused: Refused): void {
  const body = JSON.stringify(refused.body);
  socket.end(
    `HTTP/1.1 ${refused.status} Refused\r\nContent-Type: application/json\r\n` +
      `Content-Length: ${Buffer.byteLength(body)}\r\nConnection: close\r\n\r\n${body}`,
  );
}

/** Answers a request with JSON. */
export function answerJson(
  response: ServerResponse,
  status: number,
  body: unknown,
  retryAfterMs?: number,
): void {
  if (retryAfterMs !== undefined) response.setHeader('Retry-After', Math.ceil(retryAfterMs / 1000));
  response.writeHead(status, { 'Content-Type': 'application/json' });
  response.end(JSON.stringify(body));
}
