import type { MarketGroup } from '#contract/game.ts';
import type { ChartRange } from '../stores/game/price-history.ts';
import { counted } from './counted.ts';

const ORDINALS = ['1st', '2nd', '3rd', '4th', '5th', '6th', '7th', '8th', '9th'];

/** A part of a game, see `takePeriod`, for people: `1st half`, `map 2`, `first 5 innings`, `regulation`. */
function periodWords(period: string): string {
  const [, unit = '', number = ''] = /^(.*) (\d)$/.exec(period) ?? [];
  if (unit === 'first innings') return `first ${number} innings`;
  const ordinal = ORDINALS[Number(number) - 1];
  return unit === '' || unit === 'map' || ordinal === undefined ? period : `${ordinal} ${unit}`;
}

/** Texts of a game's page. */
export const gameTexts = {
  back: 'Back to the odds',
  title: (away: string, home: string) => `${away} at ${home}`,
  label: 'Game',
  market: 'Market',
  side: 'Side',
  table: (away: string, home: string) => `${away} at ${home}: markets by sportsbook`,
  groups: {
    all: 'All',
    main: 'Main',
    parts: 'Halves and parts',
    teams: 'Teams',
    players: 'Players',
    other: 'Other',
  } satisfies Record<MarketGroup | 'all', string>,
  groupsLabel: 'Groups of markets',
  search: 'Search players and markets',
  found: (count: number) => counted(count, 'market', 'markets'),
  folded: (count: number) => `+${counted(count, 'line', 'lines')}`,
  unfoldTitle: 'Show the alternate lines (Enter)',
  kinds: { moneyline: 'Moneyline', spread: 'Spread', total: 'Total', 'team-total': 'Team total' },
  inPeriod: (market: string, period: string) => `${market}, ${periodWords(period)}`,
  sides: { over: 'Over', under: 'Under', draw: 'Draw', yes: 'Yes', no: 'No', odd: 'Odd', even: 'Even' },
  loading: 'Loading the game',
  goneTitle: 'No prices for this game now',
  goneHint:
    'It is over, has been taken off, or no sportsbook of your filters offers it. If prices come, they stand here at once.',
  recorded: 'Show what was recorded of it',
  noneTitle: (search: string) => `No player or market matches “${search}”`,
  clearSearch: 'Clear search',
  alertName: (bet: string, game: string, price: string) => `${bet} at ${price}, ${game}`,
  plays: 'Plays',
  follow: 'Follow the plays of this game',
  notStarted: 'Plays come when the game has started.',
  full: 'Ten games are followed already. Let one go on the screen of plays.',
  chart: {
    label: (bet: string) => `History of ${bet}`,
    none: 'Choose a price above to see its history.',
    ranges: { '1h': '1 h', '6h': '6 h', '24h': '24 h', all: 'All' } satisfies Record<ChartRange, string>,
    range: 'How far back',
    reading: 'Reading the history',
    empty: 'No sportsbook offers this bet now, and no price of it is kept.',
    zoomed: 'Whole range',
    pickHint: 'Click a price to set an alert there',
    hint: 'Drag to zoom',
    hintTitle: 'Drag across the chart, or press + and −, to zoom; 0 shows the whole range',
    keys: 'Plus and minus zoom, zero shows the whole range. Left and right move the time, up and down the price, with Shift faster. Enter sets an alert at the price.',
    at: (price: string, time: string) => `${price}, ${time}`,
    figures: 'Prices by sportsbook',
    sportsbook: 'Sportsbook',
    now: 'Now',
    open: 'Open',
    high: 'High',
    low: 'Low',
    moves: 'Moves',
    suspended: 'susp.',
    noted: (price: string, sportsbook: string) => `Your bet ${price} at ${sportsbook}`,
    alertAtLeast: (price: string) => `Alert at ${price} or more`,
    alertAtMost: (price: string) => `Alert at ${price} or less`,
  },
} as const;
