import type { AlertNews, AlertPage, AlertQuery, Silence } from '#contract/alerts.ts';
import type { BetChange, BetNews, BetOutcome } from '#contract/bets.ts';
import type { Aged, Catalogue } from '#contract/catalogue.ts';
import type { Diagnostics } from '#contract/diagnostics.ts';
import type { DryRunFailure, DryRunProgress, DryRunReport } from '#contract/dry-run.ts';
import type { ExportProgress, ExportReply, HistoryContents } from '#contract/export.ts';
import type { EngineStats, FeedStatus, StatusReport } from '#contract/feed-status.ts';
import type { FeedFilters, FilterState } from '#contract/filters.ts';
import type {
  GameBatch,
  GameHead,
  GameQuery,
  GameRow,
  LinesQuery,
  NamedSelection,
  SelectionQuery,
} from '#contract/game.ts';
import type { OpenersQuery, PriceSeries, RecordedGame, SeriesQuery } from '#contract/history.ts';
import type { LeagueEntry, ScreenBatch, ScreenQuery } from '#contract/odds-screen.ts';
import type { Outcome } from '#contract/outcome.ts';
import type { ParlayView } from '#contract/parlays.ts';
import type { PlaysNews, PlayView } from '#contract/plays.ts';
import type { RuleChange, RuleOutcome, RuleView } from '#contract/rules.ts';
import type { SearchNames } from '#contract/search.ts';
import type { RetentionPreview, StorageState } from '#contract/storage.ts';
import type { WatchedCourse, WatchedPrices, WatchlistOutcome, Watchlists } from '#contract/watchlists.ts';
import type { Rule } from '#domain/alert/rule/rule.ts';
import type { Opener } from '#domain/history/opener.ts';
import type { RetentionLimits } from '#domain/history/retention.ts';
import type { BetNote, NotedBet } from '#domain/ledger/noted-bet.ts';
import type { StakePlan } from '#domain/odds/fair/stake.ts';
import type { Watchlist } from '#domain/watchlist/watchlist.ts';
import type { EngineOptions } from './index.ts';
import type { AlertsPart } from './parts/alerts-part.ts';
import type { PlacedOrder } from './parts/export-part.ts';
import type { Recorded } from './parts/recordings-part.ts';
import type { WatchlistsPart } from './parts/watchlists-part.ts';
import type { MarketsQuery, RestOutcome } from './ports/rest.ts';

/** What the main thread asks of the engine's worker, with the answer's type. */
export interface EngineCalls {
  start: { input: EngineOptions; output: null };
  stop: { input: null; output: null };
  status: { input: null; output: StatusReport };
  leagues: { input: null; output: LeagueEntry[] };
  'screen.open': { input: { windowId: number; query: ScreenQuery }; output: ScreenBatch };
  'screen.painted': { input: { windowId: number; generation: number; number: number }; output: null };
  'screen.hidden': { input: { windowId: number; isHidden: boolean }; output: null };
  'screen.close': { input: { windowId: number }; output: null };
  'game.read': { input: GameQuery; output: GameHead | null };
  'game.open': { input: { windowId: number; query: GameQuery }; output: GameBatch };
  'game.painted': { input: { windowId: number; generation: number; number: number }; output: null };
  'game.close': { input: { windowId: number }; output: null };
  'lines.open': { input: { windowId: number; query: LinesQuery }; output: GameBatch };
  'lines.painted': { input: { windowId: number; generation: number; number: number }; output: null };
  'lines.close': { input: { windowId: number }; output: null };
  'game.selection': { input: SelectionQuery; output: NamedSelection | null };
  'window.closed': { input: { windowId: number }; output: null };
  reconnect: { input: { why: string }; output: null };
  catalogue: { input: null; output: Catalogue };
  'catalogue.refresh': { input: null; output: null };
  markets: { input: MarketsQuery; output: Aged<readonly string[]> };
  filters: { input: null; output: FilterState };
  'filters.change': { input: FeedFilters; output: FilterState };
  parlays: { input: { sportsbook: string }; output: RestOutcome<ParlayView[]> };
  'plays.follow': { input: { windowId: number; games: readonly string[] }; output: PlaysNews };
  'plays.followed': { input: null; output: PlaysNews };
  'plays.read': { input: { game: string }; output: PlayView[] };
  'search.names': { input: null; output: SearchNames };
  bets: { input: null; output: NotedBet[] };
  'bets.note': { input: BetNote; output: BetOutcome<NotedBet> };
  'bets.change': { input: BetChange; output: BetOutcome<NotedBet> };
  'bets.remove': { input: { betId: number }; output: BetOutcome<null> };
  'bets.restore': { input: { betId: number }; output: BetOutcome<NotedBet> };
  'bets.export': { input: { file: string }; output: BetOutcome<string, 'not-saved'> };
  watchlists: { input: null; output: Watchlists };
  'watchlists.save': { input: Watchlist; output: WatchlistOutcome<Watchlist> };
  'watchlists.remove': { input: { watchlistId: string }; output: WatchlistOutcome<null> };
  'watchlists.order': { input: { watchlistIds: readonly string[] }; output: WatchlistOutcome<null> };
  'watchlists.import': { input: { file: string }; output: ReturnType<WatchlistsPart['import']> };
  'watchlists.export': { input: { file: string }; output: ReturnType<WatchlistsPart['export']> };
  'watchlist.courses': { input: { watchlistId: string }; output: readonly WatchedCourse[] };
  'watchlist.open': { input: { windowId: number; watchlistId: string | null }; output: WatchedPrices };
  'stakes.change': { input: { plan: StakePlan | null }; output: null };
  'sources.change': { input: { groups: readonly (readonly string[])[] }; output: null };
  'retention.change': { input: RetentionLimits; output: null };
  'retention.preview': { input: RetentionLimits; output: RetentionPreview };
  'recording.contents': { input: { folder: string | null }; output: Recorded<HistoryContents> };
  'recording.games': { input: { folder: string | null }; output: Recorded<readonly RecordedGame[]> };
  'recording.markets': {
    input: { folder: string | null } & Pick<SeriesQuery, 'games'>;
    output: Recorded<readonly GameRow[]>;
  };
  'recording.series': {
    input: { folder: string | null; query: SeriesQuery };
    output: Recorded<readonly PriceSeries[]>;
  };
  export: { input: PlacedOrder; output: ExportReply };
  'export.cancel': { input: null; output: null };
  rules: { input: null; output: RuleView[] };
  'rules.save': { input: RuleChange; output: RuleOutcome<RuleView[]> };
  'rules.remove': { input: { name: string }; output: RuleOutcome<RuleView[]> };
  'rules.import': { input: { file: string }; output: ReturnType<AlertsPart['importRules']> };
  'rules.export': { input: { file: string }; output: RuleOutcome<string, 'not-saved'> };
  'rules.dryRun': { input: { rules: readonly Rule[] | null }; output: Outcome<DryRunReport, DryRunFailure> };
  'rules.cancelDryRun': { input: null; output: null };
  'alerts.read': { input: AlertQuery; output: AlertPage };
  'alerts.mark-read': {
    input: { alertIds: readonly number[] | null };
    output: RuleOutcome<number, 'not-saved'>;
  };
  'alerts.export': { input: { file: string }; output: RuleOutcome<string, 'not-saved'> };
  'alerts.delivered': { input: { alertId: number; how: 'shown' | 'failed' }; output: null };
  silence: { input: null; output: Silence };
  'silence.change': { input: Silence; output: RuleOutcome<Silence, 'not-saved'> };
  diagnostics: { input: null; output: Diagnostics };
  openers: { input: OpenersQuery; output: (Opener | null)[] };
  series: { input: SeriesQuery; output: PriceSeries[] };
}

export type EngineCallName = keyof EngineCalls;

/** A call on its way to the worker. */
export type EngineCall = {
  [N in EngineCallName]: { readonly id: number; readonly name: N; readonly input: EngineCalls[N]['input'] };
}[EngineCallName];

/** What the worker sends: answers by the call's id, and news. */
export type EngineNews =
  | { readonly kind: 'answer'; readonly id: number; readonly value: EngineCalls[EngineCallName]['output'] }
  | { readonly kind: 'failure'; readonly id: number; readonly message: string }
  | { readonly kind: 'status'; readonly status: FeedStatus }
  | { readonly kind: 'stats'; readonly stats: EngineStats }
  | { readonly kind: 'storage'; readonly state: StorageState }
  | { readonly kind: 'catalogue'; readonly catalogue: Catalogue }
  | { readonly kind: 'filters'; readonly state: FilterState }
  | { readonly kind: 'plays'; readonly news: PlaysNews }
  | { readonly kind: 'bets'; readonly news: BetNews }
  | { readonly kind: 'watchlists'; readonly watchlists: Watchlists }
  | { readonly kind: 'watched'; readonly windowId: number; readonly prices: WatchedPrices }
  | { readonly kind: 'export'; readonly progress: ExportProgress }
  | { readonly kind: 'dry-run'; readonly progress: DryRunProgress }
  | { readonly kind: 'alerts'; readonly news: AlertNews }
  | { readonly kind: 'rules'; readonly rules: readonly RuleView[] }
  | { readonly kind: 'batch'; readonly windowId: number; readonly batch: ScreenBatch }
  | { readonly kind: 'game-batch'; readonly windowId: number; readonly batch: GameBatch }
  | { readonly kind: 'lines-batch'; readonly windowId: number; readonly batch: GameBatch }
  | { readonly kind: 'notice'; readonly text: string };
