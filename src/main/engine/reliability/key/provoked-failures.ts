import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Visit } from '../raw-provider.ts';

/** A way for a connect to go wrong. `echo`: the key in some writing, for the server to throw back. */
interface SocketFailure {
  readonly name: string;
  play(visit: Visit, echo: string): void;
}

/** A way for a GET to go wrong. */
interface GetFailure {
  readonly name: string;
  play(request: IncomingMessage, response: ServerResponse, echo: string): void;
}

const STATUSES = [301, 302, 400, 401, 403, 404, 407, 418, 429, 500, 502, 503, 599];

/** The writings in which a server may throw the key back. */
export function echoes(key: string): string[] {
  return [
    key,
    key.toUpperCase(),
    encodeURIComponent(key),
    [...Buffer.from(key)].map((byte) => `%${byte.toString(16)}`).join(''),
    Buffer.from(key).toString('base64'),
    Buffer.from(`x${key}`).toString('base64'),
    Buffer.from(`user:${key}`).toString('base64url'),
    Buffer.from(key).toString('hex'),
    `https://spro.agency/api?key=${key}&v=1`,
  ];
}

function headers(echo: string): Record<string, string> {
  return {
    Location: `https://spro.agency/api?key=${echo}`,
    'WWW-Authenticate': `Key realm="${echo}"`,
    'X-Key': echo,
    'Retry-After': '1',
  };
}

/** A socket that is open and acknowledged, once its client has subscribed. */
function acknowledged(visit: Visit, then: (socket: ReturnType<Visit['open']>) => void, plan = 'pro'): void {
  const socket = visit.open();
  socket.text(JSON.stringify({ action: 'socket_connected', plan }));
  void socket.heard.then(() => then(socket));
}

/** One that says these frames and ends. */
function frames(name: string, write: (echo: string) => readonly (string | Buffer)[]): SocketFailure {
  return {
    name,
    play: (visit, echo) =>
      acknowledged(visit, (socket) => {
        for (const frame of write(echo)) {
          if (typeof frame === 'string') socket.text(frame);
          else socket.bytes(frame);
        }
        socket.close(1011, 'over');
      }),
  };
}

/** One that breaks the protocol of the socket itself. */
function broken(name: string, write: (echo: string) => Buffer): SocketFailure {
  return {
    name,
    play: (visit, echo) =>
      acknowledged(visit, (socket) => {
        socket.raw(write(echo));
        setTimeout(() => socket.drop(), 20);
      }),
  };
}

const data = (echo: string) => ({
  sport: `NBA ${echo}`,
  sportsbook: 'circa',
  game: `A vs B ${echo}`,
  home_team: echo,
  info: { link: `https://book.example/?key=${echo}` },
  outcomes: { [`home ${echo}`]: { odds: '-110', link: echo, outcome_name: echo, outcome_target: echo } },
});

export const SOCKET_FAILURES: readonly SocketFailure[] = [
  { name: 'hangs up', play: (visit) => visit.hangUp() },
  { name: 'says something else', play: (visit, echo) => visit.say(`220 ${echo} ready\r\n${echo}\r\n\r\n`) },
  { name: 'breaks off its answer', play: (visit, echo) => visit.say(`HTTP/1.1 101 ${echo}\r\nUpgr`) },
  ...STATUSES.map((status) => ({
    name: `refuses with ${status}`,
    play: (visit: Visit, echo: string) =>
      visit.refuse(status, headers(echo), JSON.stringify({ message: `bad key ${echo}`, error: echo })),
  })),
  {
    name: 'refuses in a status line',
    play: (visit, echo) => visit.say(`HTTP/1.1 403 key ${echo} is bad\r\nX: ${echo}\r\n\r\n${echo}`),
  },
  {
    name: 'opens with a wrong proof',
    play: (visit, echo) => visit.open({ 'Sec-WebSocket-Accept': echo }),
  },
  {
    name: 'opens with a wrong protocol',
    play: (visit, echo) => visit.open({ 'Sec-WebSocket-Protocol': echo }),
  },
  {
    name: 'opens with a wrong extension',
    play: (visit, echo) => visit.open({ 'Sec-WebSocket-Extensions': `x-${echo}; key="${echo}"` }),
  },
  {
    name: 'closes before the acknowledgement',
    play: (visit, echo) => visit.open().close(1008, echo.slice(0, 120)),
  },
  {
    name: 'complains before the acknowledgement',
    play(visit, echo) {
      const socket = visit.open();
      socket.text(JSON.stringify({ error: `unknown key ${echo}` }));
      socket.close(4001, '');
    },
  },
  {
    name: 'acknowledges a plan with the key in it',
    play: (visit, echo) => acknowledged(visit, (socket) => socket.close(1000, echo.slice(0, 120)), echo),
  },
  frames('complains', (echo) => [
    JSON.stringify({ action: 'error', message: `key ${echo} expired` }),
    JSON.stringify({ action: 'error', message: { deep: echo }, error: echo, event: echo, game: echo }),
    JSON.stringify({ error: `${echo} is not supported`, event: echo }),
    JSON.stringify({ action: 'error', message: `Re-subscription rate limit hit for ${echo}.` }),
  ]),
  frames('says there are too many', (echo) => [
    JSON.stringify({ action: 'error', message: `too many concurrent connections for ${echo}` }),
  ]),
  frames('sends what nobody understands', (echo) => [
    `not json ${echo}`,
    `{"key":"${echo}"`,
    JSON.stringify({ action: `action ${echo}`, data: echo }),
    JSON.stringify([[echo], echo, { data: { [echo]: echo } }]),
    JSON.stringify({ action: 'line_update', data: { sportsbook: { [echo]: 1 }, game: echo } }),
    Buffer.from(echo, 'utf16le'),
    Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(echo)]),
    'x'.repeat(290) + echo,
  ]),
  frames('sends binary noise', (echo) => [Buffer.from(`{"action":"${echo}"}`), Buffer.from([0, 1, 2, 255])]),
  broken('breaks the frames: reserved bits', (echo) => Buffer.from(`\xf1\x24${echo}`, 'latin1')),
  broken('breaks the frames: unknown kind', (echo) => Buffer.from(`\x8f\x24${echo}`, 'latin1')),
  broken('breaks the frames: masked', (echo) => Buffer.from(`\x81\xa4${echo}`, 'latin1')),
  broken('breaks the frames: endless length', (echo) =>
    Buffer.from(`\x81\x7f\xff\xff\xff\xff\xff\xff\xff\xff${echo}`, 'latin1'),
  ),
  broken('breaks off in a frame', (echo) => Buffer.from(`\x81\x7e\x10\x00${echo}`, 'latin1')),
];

/** Not a failure, but as bad: prices that hold the key. Only its plain form can be told from a price's own texts. */
export const KEY_IN_PRICES = frames('sends prices with the key in them', (key) => [
  JSON.stringify({ action: 'initial_state', data: data(key) }),
  JSON.stringify([{ action: 'line_update', data: data(key) }]),
]);

export const GET_FAILURES: readonly GetFailure[] = [
  { name: 'hangs up', play: (request) => request.socket.destroy() },
  {
    name: 'breaks off',
    play(request, response, echo) {
      response.writeHead(200, { 'Content-Length': '1000' }).write(`{"error":"${echo}`);
      setTimeout(() => request.socket.destroy(), 5);
    },
  },
  { name: 'answers no JSON', play: (_, response, echo) => response.end(`<html>${echo}</html>`) },
  {
    name: 'answers an error as if all were well',
    play: (_, response, echo) => response.end(JSON.stringify({ error: `bad key ${echo}` })),
  },
  {
    name: 'answers what nobody understands',
    play: (_, response, echo) => response.end(JSON.stringify({ [echo]: { sports: echo } })),
  },
  {
    name: 'answers a catalogue with the key in it',
    play: (_, response, echo) =>
      response.end(
        JSON.stringify({
          sports: [`NBA ${echo}`],
          sportsbooks: [echo],
          [echo]: { [echo]: [echo] },
          game: { game: echo },
        }),
      ),
  },
  ...STATUSES.map((status) => ({
    name: `refuses with ${status}`,
    play: (_: IncomingMessage, response: ServerResponse, echo: string) =>
      response.writeHead(status, headers(echo)).end(JSON.stringify({ message: `bad key ${echo}` })),
  })),
  {
    name: 'refuses in words',
    play: (_, response, echo) => response.writeHead(403, headers(echo)).end(`no plan for ${echo}`),
  },
];
