import type { FeedStatus } from '#contract/feed-status.ts';
import type { FeedFilters, FilterState } from '#contract/filters.ts';
import type {
  GameHead,
  GameQuery,
  GameRow,
  LinesQuery,
  NamedSelection,
  SelectionQuery,
} from '#contract/game.ts';
import type { LeagueEntry, ScreenQuery, ScreenRow } from '#contract/odds-screen.ts';
import type { SearchNames } from '#contract/search.ts';
import { Board } from '#domain/board/board.ts';
import type { Changes } from '#domain/board/changes.ts';
import { Fixtures, type MatchLabel } from '#domain/board/fixtures.ts';
import type { Game } from '#domain/board/games.ts';
import { Comparison } from '#domain/comparison/comparison.ts';
import type { MarketRow } from '#domain/screen/game-view.ts';
import type { ViewRow } from '#domain/screen/odds-view.ts';
import type { UniversalIdOf } from '#domain/watchlist/watchlist.ts';
import { createOddsFeed } from '../adapters/feed/odds-feed.ts';
import { OddsFollower } from '../usecases/odds/follow-odds.ts';
import { silenceWords, unknownNames } from '../usecases/odds/hear-silence.ts';
import { listLeagues } from '../usecases/odds/list-leagues.ts';
import { describeGame } from '../usecases/screen/describe-game.ts';
import { lookAtGame, lookAtLines, lookAtOdds } from '../usecases/screen/look-at.ts';
import { nameSelection } from '../usecases/screen/name-selection.ts';
import { ScreenPublishers } from '../usecases/screen/screen-publishers.ts';
import { listNames } from '../usecases/search/list-names.ts';
import type { CataloguePart } from './catalogue-part.ts';
import { connectionOf, type PartContext, socketOf } from './context.ts';

/** While nobody looks, frames are read together so often: an alert is hardly later, and the processor sleeps in between. */
const GATHER_UNSEEN_MS = 40;

/** The odds feed, the board that it fills, and the windows that look at it. */
export class OddsPart {
  readonly board = new Board();
  readonly fixtures = new Fixtures(this.board.games);
  readonly comparison = new Comparison(this.board, this.fixtures);
  readonly follower: OddsFollower;
  readonly screens: ScreenPublishers<ScreenQuery, ViewRow, ScreenRow>;
  readonly gamePages: ScreenPublishers<GameQuery, MarketRow, GameRow>;
  /** The game that a window has opened in its row of the odds screen. */
  readonly lines: ScreenPublishers<LinesQuery, MarketRow, GameRow>;
  readonly #publishers;
  readonly #context: PartContext;
  readonly #catalogue: CataloguePart;
  readonly #whenLive: (() => void)[] = [];
  #isStopped = false;
  readonly #noted: ((changes: Changes) => void)[] = [];
  #unchanged: ((changes: Changes) => void) | undefined;

  constructor(context: PartContext, catalogue: CataloguePart) {
    this.#context = context;
    this.#catalogue = catalogue;
    const { board } = this;
    const needs = { board, clock: context.clock, isLive: () => this.follower.isLive };
    this.screens = new ScreenPublishers({
      ...needs,
      look: (query: ScreenQuery) => lookAtOdds(this, query),
      send: (windowId, batch) => context.sink.batch(windowId, batch),
    });
    this.gamePages = new ScreenPublishers({
      ...needs,
      look: (query: GameQuery) => lookAtGame(this, query),
      send: (windowId, batch) => context.sink.gameBatch(windowId, batch),
    });
    this.lines = new ScreenPublishers({
      ...needs,
      look: (query: LinesQuery) => lookAtLines(this, query),
      send: (windowId, batch) => context.sink.linesBatch(windowId, batch),
    });
    this.#publishers = [this.screens, this.gamePages, this.lines];
    this.follower = new OddsFollower({
      ...connectionOf(context, (status) => this.#status(status)),
      feed: createOddsFeed({
        ...socketOf(context, 'odds'),
        gatherMs: () => (this.#isLookedAt ? 0 : GATHER_UNSEEN_MS),
        ...(context.options.parsesEveryFrame !== true && { board: this.board }),
      }),
      board: this.board,
      filters: context.options.filters,
      changed: (changes) => this.#changed(changes),
      unchanged: (changes) => this.#unchanged?.(changes),
      filtersChanged: () => this.#filtersChanged(),
    });
  }

  stop(): void {
    this.#isStopped = true;
    for (const each of this.#publishers) each.closeAll();
    this.follower.stop();
  }

  /** Fills the empty board with what an earlier run left, before anybody looks. */
  load(fill: () => boolean): void {
    if (fill()) this.fixtures.note(this.board.changes);
  }

  /** Calls another part whenever the feed became live or stopped being it. */
  whenLive(tell: () => void): void {
    this.#whenLive.push(tell);
  }

  /** Lets another part take note of every fold, after the screens. */
  alsoTell(note: (changes: Changes) => void): void {
    this.#noted.push(note);
  }

  /** `note` hears of each fold that stated prices as they stand. */
  tellUnchanged(note: (changes: Changes) => void): void {
    this.#unchanged = note;
  }

  /** Sends a window that nobody sees nothing, until it is seen again. */
  setHidden(windowId: number, isHidden: boolean): void {
    for (const each of this.#publishers) each.setHidden(windowId, isHidden);
  }

  /** Whether somebody sees each change as it comes. */
  get #isLookedAt(): boolean {
    return this.#publishers.some((each) => each.isLookedAt) || this.#context.observer.changed !== undefined;
  }

  /** The window is gone. */
  forgetWindow(windowId: number): void {
    for (const each of this.#publishers) each.forget(windowId);
  }

  /** The labels of a game's match; its own alone where it is not on the board. */
  labelsOf(label: string): readonly MatchLabel[] {
    const game = this.board.games.find(label);
    return game === undefined
      ? [{ label, isFlipped: false }]
      : this.fixtures.labelsOf(this.fixtures.matchOf(game));
  }

  /** The universal id of a game by its label, as far as it is known. */
  readonly universalIdOf: UniversalIdOf = (label) => this.gameOf(label)?.universalId ?? null;

  /** What is known of a game besides its prices; `null` when it is not on the board. */
  describeGame(label: string): GameHead | null {
    return describeGame(this.board, this.fixtures, label);
  }

  /** What a sportsbook calls a bet; `null` when it does not have it. */
  nameSelection(query: SelectionQuery): NamedSelection | null {
    return nameSelection(query, this);
  }

  leagues(): LeagueEntry[] {
    return listLeagues(this.board, this.fixtures);
  }

  /** Everything on the board that has a name. */
  names(): Promise<SearchNames> {
    return listNames({ board: this.board, fixtures: this.fixtures, clock: this.#context.clock });
  }

  filters(): FilterState {
    const { filterAnswer: answer, filters } = this.follower;
    return {
      filters,
      answer,
      unknown: answer === 'heard' ? [] : unknownNames(filters, this.#catalogue.catalogue()),
    };
  }

  changeFilters(filters: FeedFilters): FilterState {
    this.follower.changeFilters(filters);
    return this.filters();
  }

  /** A game on the board by its label. */
  gameOf(label: string): Game | undefined {
    const number = this.board.games.find(label);
    return number === undefined ? undefined : this.board.games.at(number);
  }

  /** Every fold that changed something passes here, in this order, before the next one begins. */
  #changed(changes: Changes): void {
    this.fixtures.note(changes);
    this.comparison.note(changes);
    for (const each of this.#publishers) each.note(changes);
    for (const note of this.#noted) note(changes);
    this.#context.observer.changed?.(changes, this.board);
  }

  #status(status: FeedStatus): void {
    for (const each of this.#publishers) each.noteLive();
    for (const tell of this.#whenLive) tell();
    this.#context.sink.status(status);
  }

  #filtersChanged(): void {
    this.#tellFilters();
    if (this.follower.filterAnswer !== 'silent') return;
    // a recorder has no catalogue until there is a reason to ask for it
    void this.#catalogue.complete().then(() => {
      if (this.follower.filterAnswer === 'silent' && !this.#isStopped) this.#tellFilters();
    });
  }

  #tellFilters(): void {
    const state = this.filters();
    this.#context.sink.filters(state);
    if (state.answer === 'silent') this.follower.explain(silenceWords(state.unknown));
  }
}
