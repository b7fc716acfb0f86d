import { createRoot } from 'react-dom/client';
import type { FeedState } from '#contract/feed-status.ts';
import type { ScreenQuery } from '#contract/odds-screen.ts';
import { DEFAULT_SETTINGS, type OddsFormat, type Theme } from '#contract/settings.ts';
import { FakeBridge } from '../bridge/fake-bridge.ts';
import { makeBatch } from '../bridge/make-batch.ts';
import { makeStatus } from '../bridge/make-status.ts';
import { App } from '../features/app.tsx';
import '../features/styles.ts';
import { pageScheduler } from '../stores/scheduler.ts';
import { openStores } from '../stores/stores.ts';
import { type MadeBoard, makeBoard } from './board-maker.ts';

/** What the address asks for, e.g. `?games=40&books=12&state=stale&theme=dark`. */
const asked = new URLSearchParams(location.search);
const text = (name: string, otherwise: string) => asked.get(name) ?? otherwise;
const number = (name: string, otherwise: number) => Number(asked.get(name) ?? otherwise);
const state = text('state', 'live');
const games = state === 'empty' ? 0 : number('games', 24);
const ratePerSecond = number('rate', 60);
const startedAtMs = Date.now();

const MARKETS = [
  { key: 'moneyline', label: 'Moneyline' },
  { key: 'spread', label: 'Spread' },
  { key: 'total', label: 'Total' },
];
const LEAGUES = [
  ['NBA', games],
  ['NFL', 14],
  ['NHL', 9],
  ['NCAAB', 62],
  ['EPL', 10],
  ['UFC', 12],
  ['Wimbledon (M)', 31],
] as const;

const bridge = new FakeBridge();
let settings = {
  ...DEFAULT_SETTINGS,
  isWelcomed: true,
  theme: text('theme', 'dark') as Theme,
  oddsFormat: text('format', 'american') as OddsFormat,
  sport: text('sport', 'NBA'),
  market: text('market', 'spread'),
};
let board: MadeBoard | null = null;
let generation = 0;
let painted = { generation: 0, number: 0 };
let sentNumber = 0;
let frames = 0;
let changes = 0;

const live = () => state !== 'stale';
// Half of the board is still unconfirmed while prices are being confirmed.
const epochOf = (row: number) => (state === 'resyncing' && row % 2 === 1 ? 1 : 2);

bridge.answerValue('app.info', {
  version: '0.1.0',
  electron: '45',
  chromium: '156',
  node: '24',
  platform: 'linux',
});
bridge.answer('settings.read', () => ({ ok: true, value: settings }));
bridge.answer('settings.change', (part) => {
  settings = { ...settings, ...part };
  return { ok: true, value: settings };
});
bridge.answer('leagues.read', () => ({
  ok: true,
  value:
    state === 'waiting' || state === 'refused'
      ? []
      : LEAGUES.map(([sport, count]) => ({ sport, games: count, markets: MARKETS })),
}));
bridge.answer('status.read', () => ({ ok: true, value: report() }));
bridge.answer('screen.open', (query) => openScreen(query));
bridge.answer('screen.painted', (mark) => {
  painted = mark;
  return { ok: true, value: null };
});
bridge.answerValue('screen.close', null);

function openScreen(query: ScreenQuery) {
  if (state === 'loading') return new Promise<never>(() => undefined);
  if (state === 'failed') {
    return { ok: false, code: 'engine-stopped', message: 'The engine ended unexpectedly (code 7).' } as const;
  }
  generation += 1;
  sentNumber = 0;
  const count = query.sport === 'NBA' ? games : 10;
  board = makeBoard({
    query,
    games: count,
    books: number('books', 14),
    seed: number('seed', 7),
    nowMs: startedAtMs,
  });
  const cells = board.cells.map((cell) => ({ ...cell, epoch: epochOf(cell.row) }));
  const { rows, books } = board;
  return { ok: true, value: makeBatch({ generation, rows, books, cells, live: live(), epoch: 2 }) } as const;
}

function report() {
  const feeds: Record<string, [FeedState, string]> = {
    stale: ['offline', 'The connection was closed by the provider.'],
    resyncing: ['resyncing', 'Connected again; confirming the prices on the screen.'],
    waiting: ['connecting', 'Connecting to the demo feed.'],
    refused: ['refused', 'The provider does not know this key.'],
  };
  const [feedState, detail] = feeds[state] ?? ['live', 'Prices are current.'];
  const retryAtMs = feedState === 'offline' ? Math.ceil(Date.now() / 15_000) * 15_000 : null;
  return makeStatus(
    {
      source: state === 'refused' ? 'provider' : 'demo',
      feeds: [{ feed: 'odds', state: feedState, detail, sinceMs: startedAtMs, retryAtMs }],
    },
    {
      frames,
      framesPerSecond: live() ? Math.round(ratePerSecond / 4) : 0,
      changes,
      changesPerSecond: live() ? ratePerSecond : 0,
      selections: 11_204,
      sportsbooks: number('books', 14),
      games: 131,
      lastFrameAtMs: live() ? Date.now() - 400 : startedAtMs - 12_000,
    },
  );
}

let lastMoveMs = performance.now();
setInterval(() => {
  const elapsedMs = performance.now() - lastMoveMs;
  lastMoveMs += elapsedMs;
  const due = Math.round((ratePerSecond * elapsedMs) / 1000);
  frames += 2;
  // One batch in flight, as the engine has it.
  if (!board?.cells.length || !live() || painted.generation !== generation || painted.number !== sentNumber)
    return;
  changes += due;
  sentNumber += 1;
  const cells = board.move(due, Date.now()).map((cell) => ({ ...cell, epoch: epochOf(cell.row) }));
  bridge.push('screen.batch', makeBatch({ generation, number: sentNumber, cells, epoch: 2 }));
}, 50);
setInterval(() => bridge.push('status', report()), 1000);

const root = document.getElementById('root');
if (root) createRoot(root).render(<App stores={await openStores(bridge, pageScheduler)} />);
