import type { PulseState } from '#domain/board/pulse.ts';
import type { GameOrder, GameTime } from '../stores/odds/game-order.ts';
import type { Figure } from '../stores/odds/league-columns.ts';

/** Texts of the choice of games. */
export const gameListTexts = {
  time: 'Games by start',
  times: { all: 'All', live: 'Live', today: 'Today', tomorrow: 'Tomorrow' } satisfies Record<
    GameTime,
    string
  >,
  order: 'Sorted by',
  orders: {
    start: 'By start',
    movement: 'Most moved',
    hold: 'Lowest hold',
  } satisfies Record<GameOrder, string>,
  noneTitle: 'No game at this time',
  noneHint: 'This league has other games.',
  showAll: 'Show all games',
} as const;

/** Texts of the columns of the odds screen. */
export const columnsTexts = {
  open: 'Columns',
  panel: (sport: string) => `Columns of ${sport}`,
  hint: 'Kept for this league. In the table: drag a name to move a column, its edge to resize it; or Alt and the arrows, with Shift to resize.',
  list: 'Columns in their order',
  reset: 'As in all leagues',
  close: 'Done',
  headHint: 'Drag to move, drag the edge to resize',
  moved: (name: string, place: number, count: number) => `${name} is column ${place} of ${count}`,
  movedWith: (group: string) => (name: string, place: number, count: number) =>
    `${name} is column ${place} of ${count}, with its group ${group}`,
  inGroup: (group: string) => `In the group ${group}`,
  shown: (name: string) => `${name} is shown`,
  hidden: (name: string) => `${name} is left out`,
  resized: (name: string) => `${name} has another width`,
  isReset: 'Columns stand as in all leagues',
  heard: (ago: string) => `last message ${ago}`,
  pulse: {
    fresh: 'on time',
    slow: 'slower than usual',
    late: 'silent for unusually long',
    off: 'not heard now',
  } satisfies Record<PulseState | 'off', string>,
  figures: { average: 'Average', 'no-vig': 'No-vig', hold: 'Hold', opener: 'Open' } satisfies Record<
    Figure,
    string
  >,
  meanings: {
    average: 'The mean of the sportsbooks’ prices at the line that most of them have',
    'no-vig': 'The mean price once each sportsbook’s margin is off: the market’s fair price',
    hold: 'What the best prices together keep of all stakes; below zero every side can be backed at a profit',
    opener: 'The first price that was recorded of the market, at whichever sportsbook had it first',
  } satisfies Record<Figure, string>,
  openedAt: (sportsbook: string, moment: string) => `Opened at ${sportsbook}, ${moment}`,
} as const;

/** Texts of a game that is open in its row. */
export const openedRowTexts = {
  open: 'All sportsbooks and lines (space bar)',
  close: 'Close (space bar)',
  loading: 'Reading all sportsbooks',
  none: 'No sportsbook offers this market now',
  sportsbook: 'Sportsbook',
  line: 'Line',
  lines: 'Lines',
  books: 'Books',
  main: 'main',
  bestOf: (side: string) => `Best price of ${side} at each line`,
  outcomes: (count: number) => `${count} outcomes`,
} as const;
