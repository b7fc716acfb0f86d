import {
  CELL_PRICED,
  CELL_SUSPENDED,
  type ScreenBook,
  type ScreenQuery,
  type ScreenRow,
} from '#contract/odds-screen.ts';
import type { CellSketch } from '../bridge/make-batch.ts';
import { type Chance, seeded } from './seeded.ts';

/** How large a board to make, and from which seed. */
export interface BoardPlan {
  readonly query: ScreenQuery;
  readonly games: number;
  readonly books: number;
  readonly seed: number;
  readonly nowMs: number;
}

/** A made-up board: its games, its sportsbooks, a price for each cell, and moves of them. */
export interface MadeBoard {
  readonly rows: readonly ScreenRow[];
  readonly books: readonly ScreenBook[];
  readonly cells: readonly CellSketch[];
  /** Moves so many prices by a step each. */
  move(count: number, nowMs: number): readonly CellSketch[];
}

const BOOKS =
  'draftkings fanduel betmgm caesars pinnacle bet365 circa espnbet fanatics betrivers ballybet bovada hardrock consensus prophetx betonline lowvig novig kalshi betparx bookmaker unibet wynnbet superbook betus mybookie'.split(
    ' ',
  );
const TEAMS = [
  'Atlanta Hawks, Boston Celtics, Brooklyn Nets, Charlotte Hornets, Chicago Bulls, Cleveland Cavaliers, Dallas Mavericks',
  'Denver Nuggets, Detroit Pistons, Golden State Warriors, Houston Rockets, Indiana Pacers, Los Angeles Clippers',
  'Los Angeles Lakers, Memphis Grizzlies, Miami Heat, Milwaukee Bucks, Minnesota Timberwolves, New Orleans Pelicans',
  'New York Knicks, Oklahoma City Thunder, Orlando Magic, Philadelphia 76ers, Phoenix Suns, Portland Trail Blazers',
  'Sacramento Kings, San Antonio Spurs, Toronto Raptors, Utah Jazz, Washington Wizards',
]
  .join(', ')
  .split(', ');
const HALF_HOUR_MS = 1_800_000;

/** Makes a board; the same plan makes the same one. */
export function makeBoard({ query, games, books, seed, nowMs }: BoardPlan): MadeBoard {
  const chance = seeded(seed);
  const rows = Array.from({ length: games }, (_, rowId) => makeRow(rowId, query, chance, nowMs));
  const held = new Map<string, CellSketch>();
  for (const { rowId, sides } of rows) {
    const even = chance.below(9) - 4;
    const total = 210 + chance.below(30) + chance.below(2) / 2;
    for (let book = 0; book < Math.min(books, BOOKS.length); book += 1) {
      if (chance.next() < 0.05) continue;
      for (const side of sides.keys()) held.set(`${rowId} ${side} ${book}`, makeCell(side, even, total));
      function makeCell(side: number, favourite: number, points: number): CellSketch {
        const nudge = chance.below(3) / 2 - 0.5;
        const suspended = chance.next() < 0.03;
        return {
          row: rowId,
          side,
          book,
          state: suspended ? CELL_SUSPENDED : CELL_PRICED,
          american: suspended ? 0 : firstPrice(query.market, side, favourite, chance),
          line: lineOf(query.market, side, favourite, points, chance.next() < 0.2 ? nudge : 0),
          changedAtMs: nowMs - chance.below(900_000),
        };
      }
    }
  }
  const keys = [...held.keys()];
  return {
    rows,
    books: BOOKS.slice(0, books).map((name, bookId) => ({ bookId, name })),
    cells: [...held.values()],
    move(count, atMs) {
      return Array.from({ length: count }, () => {
        const key = keys[chance.below(keys.length)] ?? '';
        const moved = moveOne(held.get(key)!, chance, atMs);
        held.set(key, { ...moved, previousAmerican: 0 });
        return moved;
      });
    },
  };
}

function makeRow(rowId: number, { sport, market }: ScreenQuery, chance: Chance, nowMs: number): ScreenRow {
  const away = TEAMS[chance.below(TEAMS.length)]!;
  const home = TEAMS[(TEAMS.indexOf(away) + 1 + chance.below(TEAMS.length - 1)) % TEAMS.length]!;
  const startsAtMs =
    Math.ceil(nowMs / HALF_HOUR_MS) * HALF_HOUR_MS + (Math.floor(rowId / 3) - 2) * 2 * HALF_HOUR_MS;
  const draw = sport === 'EPL' && market === 'moneyline';
  const sides = market === 'total' ? ['Over', 'Under'] : draw ? [away, home, 'Draw'] : [away, home];
  return { rowId, game: `${home} vs ${away} ${rowId}`, home, away, startsAtMs, sides };
}

function firstPrice(market: string, side: number, favourite: number, chance: Chance): number {
  if (market !== 'moneyline') return toAmerican(-110 + (chance.below(9) - 4) * 3);
  if (side === 2) return 220 + chance.below(12) * 5;
  const centre = (side === 0 ? favourite : -favourite) * 45;
  return toAmerican(-110 + centre + chance.below(7) * 4 - 12);
}

function lineOf(market: string, side: number, favourite: number, total: number, nudge: number): number {
  if (market === 'moneyline') return Number.NaN;
  if (market === 'total') return total + nudge;
  return (side === 0 ? 1 : -1) * (favourite * 1.5 + nudge);
}

function moveOne(cell: CellSketch, chance: Chance, atMs: number): CellSketch {
  const american = cell.american ?? 0;
  if (cell.state === CELL_SUSPENDED || chance.next() < 0.02) {
    const suspended = cell.state !== CELL_SUSPENDED;
    return {
      ...cell,
      state: suspended ? CELL_SUSPENDED : CELL_PRICED,
      american: suspended ? 0 : -110,
      changedAtMs: atMs,
    };
  }
  const step = (1 + chance.below(3)) * (chance.next() < 0.5 ? -1 : 1) * (Math.abs(american) > 200 ? 5 : 2);
  return { ...cell, previousAmerican: american, american: toAmerican(american + step), changedAtMs: atMs };
}

/** There is no price between -100 and +100: the scale goes on at the other end. */
function toAmerican(price: number): number {
  if (price > -100 && price < 0) return price + 200;
  if (price >= 0 && price < 100) return price - 200;
  return price;
}
