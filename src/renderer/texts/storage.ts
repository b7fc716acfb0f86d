import type { ExportFormat } from '#contract/export.ts';
import type { ExportPeriod } from '../stores/storage/history-files.ts';
import { counted, figure } from './counted.ts';

/** Texts of the history on disk and of its export. */
export const storageTexts = {
  history: {
    title: 'What is kept',
    hint: 'Every price that the feed brings is kept on this computer.',
    words: 'history storage database size disk sqlite recorded data folder',
    holds: (changes: number, games: number, sportsbooks: number) =>
      `${counted(changes, 'change', 'changes')} of ${counted(games, 'game', 'games')} at ${counted(sportsbooks, 'sportsbook', 'sportsbooks')}`,
    span: (from: string, to: string) => `${from} – ${to}`,
    folder: (folder: string) => `In ${folder}`,
    size: (size: string) => `${size} on disk`,
    none: 'Nothing is recorded yet.',
    other: 'Another recording, read only.',
    openOther: 'Open another recording…',
    openOwn: 'Back to this computer’s history',
    browse: 'Show its games',
  },
  recorded: {
    title: 'Recorded games',
    badge: 'RECORDING',
    back: 'Settings',
    own: 'This computer’s history',
    other: (folder: string) => `Another recording, read only: ${folder}`,
    games: 'Games of the recording',
    search: 'Search recorded games',
    noMatch: 'Nothing here matches.',
    bets: 'Bets of the game',
    noBets: 'No bet of this game was recorded.',
    reading: 'Reading the recording',
    chooseTitle: 'Choose a game',
    chooseHint: 'Its bets stand beside it, and the prices of each as they went.',
    unknown: (game: string) => `“${game}” is not in this recording. Choose one of the games on the left.`,
    emptyTitle: 'No game is recorded here yet',
    emptyHint: 'Games stand here as soon as the feed has brought their first prices.',
    noPrices: 'No price of this bet was recorded.',
    last: 'Last',
  },
  retention: {
    title: 'How long it is kept',
    hint: 'The oldest prices go first, in the background. Games that you watch or have a bet on stay.',
    words: 'retention history delete days size limit clean up space',
    days: 'Age',
    daysNames: (days: number) =>
      days === 0
        ? 'Forever'
        : days % 365 === 0
          ? counted(days / 365, 'year', 'years')
          : counted(days, 'day', 'days'),
    size: 'Size on disk',
    sizeName: (megabytes: number) =>
      megabytes === 0 ? 'Any size' : `${figure(Math.round(megabytes / 102.4) / 10)} GB`,
    nothingGoes: (size: string) => `Nothing would go now: the history has ${size}.`,
    goes: (changes: number, games: number, going: string, size: string, until: string) =>
      `${counted(changes, 'change', 'changes')} of ${counted(games, 'game', 'games')} would go, about ${going} of ${size}: everything until ${until}.`,
    stays: (games: number) =>
      `${counted(games, 'game', 'games')} that you watch or have a bet on ${games === 1 ? 'stays' : 'stay'}.`,
    apply: 'Keep it so',
    leave: 'Leave it as it was',
  },
  export: {
    title: 'Export',
    hint: 'Writes what was recorded into a file, for a spreadsheet, DuckDB or pandas. The feed goes on meanwhile.',
    words: 'history csv ndjson json parquet save file download spreadsheet',
    formats: { csv: 'CSV', ndjson: 'NDJSON', parquet: 'Parquet' } satisfies Record<ExportFormat, string>,
    format: 'Format',
    sport: 'League',
    everySport: 'All leagues',
    sportsbook: 'Sportsbook',
    everySportsbook: 'All sportsbooks',
    market: 'Market',
    everyMarket: 'All markets',
    markets: { moneyline: 'Moneyline', spread: 'Spread', total: 'Total' },
    period: 'Period',
    periods: {
      all: 'Everything',
      hour: 'Last hour',
      day: 'Last 24 hours',
      week: 'Last 7 days',
      month: 'Last 30 days',
    } satisfies Record<ExportPeriod, string>,
    start: 'Export…',
    cancel: 'Cancel',
    cancelling: 'Cancelling',
    progress: (rows: number) => `${counted(rows, 'row', 'rows')} written`,
    percent: (done: number) => `${figure(Math.floor(done * 100))} %`,
    done: (rows: number, size: string, file: string) =>
      `${counted(rows, 'row', 'rows')}, ${size}, in ${file}`,
    cancelled: 'Cancelled; no file was left behind.',
    running: 'Progress of the export',
  },
} as const;
