import type { Board } from './board.ts';
import { grown } from './columns.ts';
import type { SavedBoard, SavedGame, SavedSelections } from './saved-board.ts';
import { NONE } from './selections.ts';

/** After so many selections a saver that works in slices may rest. */
const SLICE_SELECTIONS = 2_000;

type Growing = { -readonly [Column in keyof SavedSelections]: SavedSelections[Column] };

/**
 * Saves a board slice by slice: each `next` costs a few milliseconds, and folds may come between two. A listing is saved
 * as it stands in one moment. `currentUntilMs`: until when confirmed prices are known to be current, Unix ms.
 */
export function* saveBoard(
  board: Board,
  currentUntilMs: number,
): Generator<undefined, SavedBoard, undefined> {
  const texts = new Map<string, number>();
  const games = new Map<number, number>();
  const savedGames: SavedGame[] = [];
  const asOf = new Map<number, number>();
  const listings: { sportsbook: number[]; game: number[]; sport: number[] } = {
    sportsbook: [],
    game: [],
    sport: [],
  };
  const columns = emptyColumns(Math.max(1024, board.selections.size));
  let count = 0;
  let rested = 0;
  const textId = (text: string | null): number => {
    if (text === null) return 0;
    const known = texts.get(text);
    if (known !== undefined) return known;
    texts.set(text, texts.size + 1);
    return texts.size;
  };
  for (const [, listing] of board.listings.onBoard()) {
    const number = listings.game.length;
    let game = games.get(listing.game);
    if (game === undefined) {
      game = savedGames.length;
      games.set(listing.game, game);
      const { label, sport, home, away, startsAtMs, universalId } = board.games.at(listing.game);
      savedGames.push({ label, sport, home, away, startsAtMs, universalId });
    }
    listings.sportsbook.push(listing.sportsbook);
    listings.game.push(game);
    listings.sport.push(listing.sport);
    const { selections } = board;
    for (let selection = listing.head; selection !== NONE; selection = selections.next(selection)) {
      if (count === columns.american.length) grow(columns);
      const epochEndMs = board.isConfirmed(selection)
        ? currentUntilMs
        : (board.epochEndedAtMs(selections.epoch(selection)) ?? currentUntilMs);
      const until = asOf.get(epochEndMs) ?? asOf.size;
      asOf.set(epochEndMs, until);
      const line = selections.line(selection);
      columns.american[count] = selections.american(selection);
      columns.listing[count] = number;
      columns.key[count] = textId(selections.key(selection));
      columns.name[count] = textId(selections.name(selection));
      columns.line[count] = textId(line === null ? null : String(line));
      columns.overUnder[count] = textId(selections.overUnder(selection));
      columns.target[count] = textId(selections.target(selection));
      columns.flags[count] = typeof line === 'number' ? 1 : 0;
      columns.changedAtMs[count] = selections.changedAtMs(selection);
      columns.asOf[count] = until;
      count += 1;
    }
    if (count - rested >= SLICE_SELECTIONS) {
      rested = count;
      yield undefined;
    }
  }
  return {
    sportsbooks: Array.from({ length: board.sportsbooks.size }, (_, at) => board.sportsbooks.at(at)),
    sports: Array.from({ length: board.sports.size }, (_, at) => board.sports.at(at)),
    games: savedGames,
    listings: {
      sportsbook: Int32Array.from(listings.sportsbook),
      game: Int32Array.from(listings.game),
      sport: Int32Array.from(listings.sport),
    },
    selections: cut(columns, count),
    texts: [...texts.keys()],
    asOfMs: [...asOf.keys()],
  };
}

/** Saves a board at once. */
export function saveBoardNow(board: Board, currentUntilMs: number): SavedBoard {
  const saver = saveBoard(board, currentUntilMs);
  for (;;) {
    const step = saver.next();
    if (step.done) return step.value;
  }
}

function emptyColumns(capacity: number): Growing {
  const whole = () => new Int32Array(capacity);
  return {
    american: whole(),
    listing: whole(),
    key: whole(),
    name: whole(),
    line: whole(),
    overUnder: whole(),
    target: whole(),
    flags: new Uint8Array(capacity),
    changedAtMs: new Float64Array(capacity),
    asOf: new Uint32Array(capacity),
  };
}

function grow(columns: Growing): void {
  const capacity = columns.american.length * 2;
  for (const name of Object.keys(columns) as (keyof Growing)[])
    columns[name] = grown(columns[name], capacity) as never;
}

function cut(columns: Growing, count: number): SavedSelections {
  const parts = Object.entries(columns).map(([name, column]) => [name, column.subarray(0, count)]);
  return Object.fromEntries(parts) as SavedSelections;
}
