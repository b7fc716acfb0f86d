import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Simulator } from '../../simulator.ts';
import { answerJson } from '../door.ts';

type Order = Record<string, unknown>;

/** What `POST /control` understands: `{"do": NAME, …}`. */
const ORDERS: Readonly<Record<string, (simulator: Simulator, order: Order) => void>> = {
  drop: ({ faults }) => faults.drop(),
  blackhole: ({ faults }) => faults.blackhole(),
  slow: ({ faults }, order) => faults.slow(number(order, 'delayMs', 500)),
  refuse: ({ faults }, order) =>
    faults.refuse(
      number(order, 'status', 503),
      text(order, 'words', 'refused'),
      number(order, 'count', Infinity),
    ),
  garble: ({ faults }, order) => faults.garble(number(order, 'count', 1)),
  split: ({ faults }, order) => faults.split(number(order, 'count', 1)),
  duplicate: ({ faults }, order) => faults.duplicate(number(order, 'count', 1)),
  reorder: ({ faults }, order) => faults.reorder(number(order, 'count', 1)),
  burst: ({ faults }, order) => faults.burst(number(order, 'holdMs', 2000)),
  'rename-book': ({ faults }, order) =>
    faults.renameBook(text(order, 'from', ''), text(order, 'to', 'renamed')),
  'unknown-action': ({ faults }, order) => faults.unknownAction(text(order, 'action', 'market_pulse')),
  'change-type': ({ faults }, order) =>
    faults.changeType(text(order, 'field', 'odds'), number(order, 'count', 1)),
  clear: ({ faults }) => faults.clear(),
  pause: (simulator) => simulator.pause(),
  resume: (simulator) => simulator.resume(),
  step: (simulator, order) => simulator.step(number(order, 'ms', 1000)),
  ping: (simulator) => simulator.ping(),
};

/**
 * The door for tests in other processes, for this machine only: `POST /control` gives an order, `GET
 * /control/board` reads the board as JSON lines, `GET /control/stats` the counters.
 */
export async function answerControl(
  simulator: Simulator,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const ip = request.socket.remoteAddress ?? '';
  if (ip !== '127.0.0.1' && ip !== '::1' && ip !== '::ffff:127.0.0.1') {
    answerJson(response, 403, { error: 'Only from this machine.' });
  } else if (request.method === 'GET' && request.url === '/control/board') {
    response.end(
      simulator
        .boardFor()
        .map((record) => `${JSON.stringify(record)}\n`)
        .join(''),
    );
  } else if (request.method === 'GET' && request.url === '/control/stats') {
    answerJson(response, 200, simulator.stats);
  } else if (request.method === 'POST') {
    const order = orderIn(await bodyOf(request));
    const name = order?.['do'];
    const run = typeof name === 'string' && Object.hasOwn(ORDERS, name) ? ORDERS[name] : undefined;
    if (order === null || run === undefined) {
      answerJson(response, 400, { error: `Say {"do": NAME} with one of: ${Object.keys(ORDERS).join(', ')}` });
      return;
    }
    run(simulator, order);
    answerJson(response, 200, { done: name });
  } else answerJson(response, 404, { error: 'Not found.' });
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  let body = '';
  for await (const chunk of request) body += String(chunk);
  return body;
}

function orderIn(body: string): Order | null {
  try {
    const order: unknown = JSON.parse(body);
    return typeof order === 'object' && order !== null ? { ...order } : null;
  } catch {
    return null;
  }
}

function number(order: Order, name: string, otherwise: number): number {
  const value = order[name];
  return typeof value === 'number' && Number.isFinite(value) ? value : otherwise;
}

function text(order: Order, name: string, otherwise: string): string {
  const value = order[name];
  return typeof value === 'string' ? value : otherwise;
}
