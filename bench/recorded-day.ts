import { ChangeColumns } from '#domain/history/recorded-changes.ts';
import { type HistoryBatch, NO_TEXT } from '#engine/ports/history.ts';
import { definedTexts } from '#engine/testing/history-batch.ts';
import { isQuick } from './report.ts';

/** The history under a load: a day of 400 games at 25 sportsbooks, 50 selections each, and as many changes as asked for. */
export const CHANGES = isQuick() ? 1_000_000 : 10_000_000;
export const GAMES = 400;
export const BOOKS = 25;
export const OUTCOMES = isQuick() ? 10 : 50;
const PER_BATCH = 2_000;
export const DAY_MS = 86_400_000;
export const START_MS = Date.UTC(2026, 0, 18);

/** A stream of changes in which prices wander by cents, some games busier than others; the same each run. */
export function* batches(): Iterable<HistoryBatch> {
  const selections = GAMES * BOOKS * OUTCOMES;
  const prices = new Int32Array(selections).fill(-110);
  const definitions = definitionsOf();
  let seed = 1;
  const next = () => {
    seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 0;
    return seed / 2 ** 32;
  };
  for (let sent = 0; sent < CHANGES; sent += PER_BATCH) {
    const changes = new ChangeColumns();
    const fromMs = START_MS + (sent / CHANGES) * DAY_MS;
    for (let n = 0; n < PER_BATCH; n += 1) {
      const selection = Math.floor(next() ** 2 * selections);
      const moved = prices[selection]! + Math.round((next() - 0.5) * 20);
      prices[selection] = Math.abs(moved) < 100 ? (moved < 0 ? -100 : 100) : moved;
      const isSuspended = next() < 0.03;
      changes.add(selection + 1, Math.floor(fromMs + n / 8), isSuspended ? 0 : prices[selection]!, 0);
    }
    yield { ...EMPTY, ...(sent === 0 && definitions), changes: changes.take() };
  }
}

const NO_SELECTIONS = {
  count: 0,
  from: new Int32Array(0),
  selection: new Int32Array(0),
  game: new Int32Array(0),
  sportsbook: new Int32Array(0),
  texts: new Uint8Array(0),
};
const EMPTY = { games: [], gamesGone: [], sportsbooks: [], sportsbooksFrom: 0, selections: NO_SELECTIONS };

function definitionsOf() {
  const games = Array.from({ length: GAMES }, (_, game) => ({
    game,
    label: `Home ${game} vs Away ${game}, 2026-01-18, 07`,
    sport: 'NBA',
    home: `Home ${game}`,
    away: `Away ${game}`,
    startsAtMs: START_MS + DAY_MS,
    universalId: null,
  }));
  const texts: string[] = [];
  const count = GAMES * BOOKS * OUTCOMES;
  const [selection, game, sportsbook] = [new Int32Array(count), new Int32Array(count), new Int32Array(count)];
  for (let at = 0; at < count; at += 1) {
    selection[at] = at + 1;
    game[at] = Math.floor(at / (BOOKS * OUTCOMES));
    sportsbook[at] = Math.floor(at / OUTCOMES) % BOOKS;
    const n = at % OUTCOMES;
    const player = `Player ${n} of Home ${game[at]}`;
    texts.push(`${player} Over ${n}.5 Points`, 'Points', `${n}.5`, 'Over', n === 0 ? NO_TEXT : player);
  }
  return {
    games,
    sportsbooks: Array.from({ length: BOOKS }, (_, book) => `book ${book}`),
    selections: {
      count,
      from: new Int32Array(count),
      selection,
      game,
      sportsbook,
      texts: definedTexts(texts),
    },
  };
}
