import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type WebSocket, WebSocketServer } from 'ws';

type Line = Record<string, unknown> & { type: string };

const KEY = '6f1f7b1e-9f5c-4b52-8d55-1f7a0f6e3c11';
const HEADLESS = path.join(import.meta.dirname, 'headless.ts');

/** A server that speaks the contract and knows nothing of our simulator; each connection is played by `play`. */
async function serve(play: (socket: WebSocket, connection: number) => void) {
  const subscribes: unknown[] = [];
  const urls: string[] = [];
  const server = new WebSocketServer({ port: 0, host: '127.0.0.1' });
  await new Promise((resolve) => server.once('listening', resolve));
  let connections = 0;
  server.on('connection', (socket, request) => {
    connections += 1;
    const connection = connections;
    urls.push(request.url ?? '');
    socket.send(JSON.stringify({ action: 'socket_connected' }));
    socket.once('message', (data) => {
      subscribes.push(JSON.parse(String(data)));
      play(socket, connection);
    });
  });
  const { port } = server.address() as { port: number };
  const stop = () => {
    for (const socket of server.clients) socket.terminate();
    server.close();
  };
  return { base: `http://127.0.0.1:${port}/api`, subscribes, urls, stop };
}

const outcome = (odds: unknown, more: Record<string, unknown> = {}) => ({
  odds,
  link: null,
  outcome_name: 'Moneyline',
  outcome_line: null,
  outcome_over_under: null,
  outcome_target: 'Team',
  ...more,
});

const frame = (
  action: string,
  sportsbook: string,
  game: unknown,
  outcomes: unknown,
  sport: unknown = 'NBA',
) => ({
  timestamp: '2025-07-23T19:46:10.023175+00:00',
  action,
  data: { sport, sportsbook, game, home_team: 'H', away_team: 'A', info: {}, outcomes },
});

describe('headless', () => {
  let folder: string;
  let stopServer: () => void = () => undefined;

  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'linewatch-headless-'));
    writeFileSync(path.join(folder, 'key'), `${KEY}\n`);
  });
  afterEach(() => {
    stopServer();
    rmSync(folder, { recursive: true, force: true });
  });

  /** Runs headless until `until` says so, then sends the signal. Answers everything it printed. */
  async function run(args: string[], until: (lines: Line[]) => boolean, signal: NodeJS.Signals = 'SIGTERM') {
    const child = spawn(process.execPath, [HEADLESS, ...args], { stdio: ['ignore', 'pipe', 'pipe'] });
    let [stdout, stderr, signalledAtMs] = ['', '', 0];
    child.stderr.on('data', (data) => {
      stderr += data;
    });
    child.stdout.on('data', (data) => {
      stdout += data;
      if (signalledAtMs > 0) return;
      if (!until(parse(stdout))) return;
      signalledAtMs = performance.now();
      child.kill(signal);
    });
    const code = await new Promise((resolve) => child.once('close', resolve));
    return { code, lines: parse(stdout), stdout, stderr, tookMs: performance.now() - signalledAtMs };
  }

  function parse(stdout: string): Line[] {
    return stdout
      .slice(0, stdout.lastIndexOf('\n') + 1)
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => JSON.parse(line) as Line);
  }

  const flags = (base: string) => [
    '--base',
    base,
    '--key-file',
    path.join(folder, 'key'),
    '--data',
    path.join(folder, 'data'),
  ];
  const dumpFile = () => path.join(folder, 'board.ndjson');
  const dumped = () => parse(readFileSync(dumpFile(), 'utf8'));

  it('folds every action, in any wrapping, and dumps the board that a model would have', async () => {
    const server = await serve((socket) => {
      const send = (value: unknown) => socket.send(JSON.stringify(value));
      send([
        frame('initial_state', 'circa', 'g1', { home: outcome('-110'), away: outcome('+100') }),
        frame('initial_state', 'circa', 'g2', {
          home: outcome(-150, { outcome_line: 5.5, outcome_over_under: 'O' }),
        }),
      ]);
      socket.send(
        Buffer.from(
          JSON.stringify(
            frame('line_update', 'circa', 'g1', { home: outcome('\u2212120'), away: outcome(null) }),
          ),
        ),
        { binary: true },
      );
      send(
        frame(
          'game_added',
          'fanduel',
          'g3',
          { over: outcome('+2500', { outcome_line: '210.5', outcome_over_under: 'Over' }) },
          'NFL',
        ),
      );
      send(frame('initial_state', 'fanduel', 'g1', { home: outcome('-105') }));
      send(
        frame('game_update', 'circa', 'g2', { away: outcome('None', { link: 'https://example.com/slip' }) }),
      );
      send(frame('initial_state', 'betmgm', 'g1', { home: outcome('+100') }));
      send(frame('book_clear', 'betmgm', {}, {}, {}));
      send(frame('initial_state', 'caesars', 'g4', { home: outcome('+100') }, 'NHL'));
      send(frame('initial_state', 'caesars', 'g1', { home: outcome('+105') }, 'NBA'));
      send(frame('sport_clear', 'caesars', {}, {}, 'NHL'));
      send(frame('initial_state', 'bovada', 'g1', { home: outcome('+105') }));
      send(frame('game_removed', 'bovada', 'g1', {}));
      send({ action: 'who_knows', data: 1 });
      socket.send('not json');
      send({ action: 'ping' });
      send(frame('line_update', 'circa', 'g1', { last: outcome('+999') }));
    });
    stopServer = server.stop;
    const result = await run(
      [...flags(server.base), '--changes', '--dump-board', dumpFile()],
      (lines) =>
        lines.some((line) => line['type'] === 'price' && line['american'] === 999) &&
        lines.some((line) => line.type === 'stats' && line['frames'] === 17),
    );
    expect(result.stderr).toBe('');
    expect(result.code).toBe(0);
    expect(result.tookMs).toBeLessThan(2000);
    expect(result.lines[0]).toEqual({ type: 'start', version: expect.stringMatching(/^\d+\.\d+\.\d+/) });
    expect(result.lines.filter((line) => line.type === 'status').map((line) => line['state'])).toEqual([
      'connecting',
      'live',
    ]);
    expect(result.lines.findLast((line) => line.type === 'stats')).toMatchObject({
      frames: 17,
      refusedFrames: 2,
      sportsbooks: 3,
      games: 3,
      selections: 7,
    });
    expect(
      result.lines.filter(
        (line) => line.type === 'price' && line['game'] === 'g1' && line['sportsbook'] === 'circa',
      ),
    ).toEqual(
      [
        { outcome: 'home', american: -110, previous: null, origin: 'snapshot' },
        { outcome: 'away', american: 100, previous: null, origin: 'snapshot' },
        { outcome: 'home', american: -120, previous: -110, origin: 'update' },
        { outcome: 'away', american: null, previous: 100, origin: 'update' },
        { outcome: 'last', american: 999, previous: null, origin: 'update' },
      ].map((price) => ({
        type: 'price',
        sportsbook: 'circa',
        sport: 'NBA',
        game: 'g1',
        at: expect.stringMatching(/^\d{4}-\d{2}-\d{2}T[\d:.]+Z$/),
        ...price,
      })),
    );
    const rest = { name: 'Moneyline', line: null, overUnder: null, target: 'Team', link: null };
    expect(dumped()).toEqual([
      { sportsbook: 'caesars', sport: 'NBA', game: 'g1', outcome: 'home', american: 105, ...rest },
      { sportsbook: 'circa', sport: 'NBA', game: 'g1', outcome: 'away', american: null, ...rest },
      { sportsbook: 'circa', sport: 'NBA', game: 'g1', outcome: 'home', american: -120, ...rest },
      { sportsbook: 'circa', sport: 'NBA', game: 'g1', outcome: 'last', american: 999, ...rest },
      {
        sportsbook: 'circa',
        sport: 'NBA',
        game: 'g2',
        outcome: 'away',
        american: null,
        ...rest,
        link: 'https://example.com/slip',
      },
      { sportsbook: 'fanduel', sport: 'NBA', game: 'g1', outcome: 'home', american: -105, ...rest },
      {
        sportsbook: 'fanduel',
        sport: 'NFL',
        game: 'g3',
        outcome: 'over',
        american: 2500,
        ...rest,
        line: '210.5',
        overUnder: 'Over',
      },
    ]);
    expect(server.urls).toEqual([`/api?key=${KEY}`]);
    expect(result.stdout + result.stderr).not.toContain(KEY);
  });

  it('survives a cut, resyncs and sweeps what is not there any more', async () => {
    const server = await serve((socket, connection) => {
      socket.send(
        JSON.stringify(
          frame('initial_state', 'circa', 'stays', { home: outcome(connection === 1 ? '-110' : '-125') }),
        ),
      );
      if (connection > 1) return;
      socket.send(JSON.stringify(frame('initial_state', 'circa', 'ghost', { home: outcome('-110') })));
      setTimeout(() => socket.close(), 100);
    });
    stopServer = server.stop;
    const args = [
      ...flags(server.base),
      '--sports',
      'NBA, NFL',
      '--games',
      'A vs B, 2025-07-07, 09,C vs D, 2025-07-08, 10',
      '--changes',
      '--dump-board',
      dumpFile(),
    ];
    const result = await run(
      args,
      (lines) => lines.filter((line) => line['state'] === 'live').length === 2,
      'SIGINT',
    );
    expect(result.code).toBe(0);
    expect(result.lines.filter((line) => line.type === 'status').map((line) => line['state'])).toEqual([
      'connecting',
      'live',
      'offline',
      'connecting',
      'resyncing',
      'live',
    ]);
    expect(result.lines.filter((line) => line.type === 'price').slice(2)).toMatchObject([
      { game: 'stays', american: -125, previous: null, origin: 'snapshot' },
      { game: 'ghost', american: null, previous: null, origin: 'snapshot' },
    ]);
    expect(dumped().map((line) => line['game'])).toEqual(['stays']);
    const subscribe = {
      action: 'subscribe',
      filters: { sports: ['NBA', 'NFL'], games: ['A vs B, 2025-07-07, 09', 'C vs D, 2025-07-08, 10'] },
    };
    expect(server.subscribes).toEqual([subscribe, subscribe]);
  }, 40_000);

  it('ends by itself after --duration, and leaves no filter key for "all"', async () => {
    const server = await serve(() => undefined);
    stopServer = server.stop;
    const result = await run([...flags(server.base), '--duration', '1.5'], () => false);
    expect(result.code).toBe(0);
    expect(result.lines.map((line) => line.type)).toEqual(['start', 'status', 'status', 'stats']);
    expect(server.subscribes).toEqual([{ action: 'subscribe', filters: {} }]);
  });

  it('ends with code 1 where the provider refused the key', async () => {
    const server = createServer((_request, answer) => answer.writeHead(401).end('Invalid key'));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    stopServer = () => server.close();
    const { port } = server.address() as { port: number };
    const result = await run([...flags(`http://127.0.0.1:${port}/api`), '--duration', '2'], () => false);
    expect(result.code).toBe(1);
    expect(result.lines.find((line) => line['state'] === 'refused')?.['detail']).toMatch(/refused the key/);
  });

  it.each([
    ['an unknown flag', ['--frob'], /Unknown option '--frob'/],
    ['no base', [], /--base is missing/],
    [
      'a base that is no address',
      ['--base', 'spro.agency', '--key-file', 'KEY', '--data', 'DATA'],
      /not an address/,
    ],
    [
      'a key file that is not there',
      ['--base', 'http://127.0.0.1:1/api', '--key-file', '/no/such/key', '--data', 'DATA'],
      /there is no file/,
    ],
    [
      'a duration that is no number',
      ['--base', 'http://127.0.0.1:1/api', '--key-file', 'KEY', '--data', 'DATA', '--duration', 'soon'],
      /not a number of seconds/,
    ],
    [
      'a data folder that is a file',
      ['--base', 'http://127.0.0.1:1/api', '--key-file', 'KEY', '--data', 'KEY'],
      /can't be made/,
    ],
  ])('%s is a sentence on stderr and exit code 2', async (_case, args, words) => {
    const real = args.map((arg) =>
      arg.replace(/^KEY$/, path.join(folder, 'key')).replace(/^DATA$/, path.join(folder, 'data')),
    );
    const result = await run(real, () => false);
    expect(result.code).toBe(2);
    expect(result.stdout).toBe('');
    expect(result.stderr).toMatch(words);
  });

  it('says why it can\u2019t connect, without the key', async () => {
    const result = await run([...flags('http://127.0.0.1:1/api')], (lines) =>
      lines.some((line) => line['state'] === 'offline'),
    );
    expect(result.code).toBe(0);
    expect(result.lines.at(-1)).toMatchObject({
      state: 'offline',
      detail: expect.stringContaining('Nothing answers at 127.0.0.1:1'),
    });
    expect(result.stdout + result.stderr).not.toContain(KEY);
  });
});
