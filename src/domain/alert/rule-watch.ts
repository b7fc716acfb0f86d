import type { Board } from '../board/board.ts';
import { CHANGE_ADDED, type Changes } from '../board/changes.ts';
import type { Fixtures } from '../board/fixtures.ts';
import type { Listing } from '../board/listings.ts';
import { NONE } from '../board/selections.ts';
import type { Comparison } from '../comparison/comparison.ts';
import type { AmericanOdds } from '../odds/american.ts';
import type { PlayEntry } from '../play/play.ts';
import type { Watchlist } from '../watchlist/watchlist.ts';
import { ArmedRule } from './armed-rule.ts';
import type { Finding } from './finding.ts';
import type { GameStanding } from './kinds/play-kind.ts';
import { MatchVoices } from './looking/match-voices.ts';
import type { Surroundings } from './looking/surroundings.ts';
import type { Rule } from './rule/rule.ts';
import { CompiledRule } from './watching/compiled-rule.ts';
import { FoldReading } from './watching/fold-reading.ts';
import { GameEvents } from './watching/game-events.ts';
import { PriceRings } from './watching/price-rings.ts';
import { RuleIndex } from './watching/rule-index.ts';
import { type RuleList, ruleListOf } from './watching/rule-list.ts';

/** When a fold or a play is read. */
export interface ReadAt {
  /** By a clock that nobody turns. Unit: ms. */
  readonly uptimeMs: number;
  /** Unix ms, for hours, expiry and starts. */
  readonly wallMs: number;
}

/**
 * All rules over all changes: answers what they found. Nothing is found in a snapshot, in a resync, in what a clear or
 * narrowed filters take off, or while the feed is not live. Pure: whoever calls it says what time it is.
 */
export class RuleWatch {
  readonly #board: Board;
  readonly #fixtures: Fixtures;
  readonly #rings = new PriceRings();
  readonly #index: RuleIndex<ArmedRule, RuleList>;
  readonly #reading: FoldReading;
  readonly #games: GameEvents;
  /** Plays and standings come from different feeds, each with labels of its own. */
  readonly #plays: MatchVoices;
  readonly #standings: MatchVoices;
  readonly #around: Surroundings & { nowMs: number; sharedSources: Surroundings['sharedSources'] };
  #armed: readonly ArmedRule[] = [];
  #found: Finding[] = [];
  #hasLines = false;

  constructor(board: Board, fixtures: Fixtures, comparison: Comparison) {
    this.#board = board;
    this.#fixtures = fixtures;
    const index = new RuleIndex(board, fixtures, comparison, ruleListOf);
    this.#index = index;
    const rings = this.#rings;
    const watching = (selection: number) => index.watching(selection);
    const gamesOfMatch = (game: number) => fixtures.gamesOf(fixtures.matchOf(game));
    this.#reading = new FoldReading({ board, comparison, rings, watching, gamesOfMatch });
    this.#games = new GameEvents(board, (game) => index.watchersOfGame(game));
    const labelOfMatch = (game: number) => board.games.at(fixtures.firstGameOf(game)).label;
    this.#plays = new MatchVoices(board.games, labelOfMatch);
    this.#standings = new MatchVoices(board.games, labelOfMatch);
    this.#around = {
      board,
      comparison,
      rings,
      sharedSources: [],
      nowMs: 0,
      isLookedAt: (selection, watcher) => watching(selection)?.lookingAt.has(watcher) === true,
      isShown: (selection, watcher) =>
        watching(selection)?.market?.some((armed) => armed.watcher === watcher) === true,
      labelOfMatch,
      found: (finding) => this.#found.push(finding),
      awaitStatement: (selection, watcher) => this.#reading.awaited.add(selection, watcher),
    };
  }

  /** From now on these rules, and no others. `told`: what each told of in earlier runs, by its name. */
  use(
    rules: readonly Rule[],
    watchlists: readonly Watchlist[],
    at: ReadAt,
    told: (rule: string) => readonly string[] = () => [],
  ): void {
    const lists = new Map(watchlists.map((each) => [each.name, each]));
    const before = new Map(this.#armed.map((armed) => [armed.watcher.rule.name, armed]));
    this.#armed = rules
      .filter(({ isOff }) => isOff !== true)
      .map((rule) => {
        const known = before.get(rule.name);
        // a rule that stays as it was keeps what it knows
        const isSame =
          known !== undefined && rule.on.type !== 'watchlist' && isEqual(known.watcher.rule, rule);
        if (isSame) return known;
        const armed = new ArmedRule(new CompiledRule(rule, lists), this.#board.sportsbooks);
        for (const subject of told(rule.name)) armed.spend(subject);
        return armed;
      });
    this.#hasLines = this.#armed.some(({ line }) => line !== null);
    this.#rings.keepFor(Math.max(0, ...this.#armed.map(({ looksBackMs }) => looksBackMs)));
    this.#index.use(this.#armed);
    this.#reading.awaited.forgetAll();
    this.#reading.continuity.interrupt();
    this.#around.nowMs = at.uptimeMs;
    for (const [number, listing] of this.#board.listings.onBoard()) {
      this.#games.see(number, listing);
      this.#primeLines(number, listing);
    }
  }

  /** From now on steam counts the sportsbooks of each of these groups once. What rules know they keep. */
  shareSources(groups: Surroundings['sharedSources']): void {
    this.#around.sharedSources = groups;
  }

  get sharedSources(): Surroundings['sharedSources'] {
    return this.#around.sharedSources;
  }

  /** Takes note of a fold, after `Fixtures` and `Comparison`. `isLive`: whether confirmed prices are current. */
  note(changes: Changes, at: ReadAt, isLive: boolean): readonly Finding[] {
    if (this.#armed.length === 0) return [];
    const { continuity } = this.#reading;
    for (const match of this.#index.note(changes)) continuity.interruptMatch(this.#fixtures.gamesOf(match));
    this.#rings.begin();
    // other games may be the same match now, and other prices of one market
    if (changes.hasGames) continuity.interrupt();
    this.#around.nowMs = at.uptimeMs;
    if (changes.origin === 'snapshot' || changes.cause !== 'prices' || !isLive) {
      if (changes.cause === 'game-removed' && isLive) this.#games.removed(changes, this.#around);
      this.#noteQuietly(changes);
      return this.#takeWanted(at);
    }
    const number = changes.count === 0 ? NONE : this.#board.selections.listing(changes.selection(0));
    const listing = this.#board.listings.at(number);
    // of a listing that is new all is added
    const isAdded = listing !== undefined && (changes.what(0) & CHANGE_ADDED) !== 0;
    const isNew = isAdded && !this.#games.see(number, listing);
    this.#reading.read(changes, !isNew, this.#around);
    this.#reading.readAwaited(changes.listing, this.#around);
    this.#games.added(changes, isNew ? listing : undefined, this.#around);
    return this.#takeWanted(at);
  }

  /** Takes note of a fold that stated prices as they stand: they are fresh again. */
  noteUnchanged(changes: Changes, at: ReadAt, isLive: boolean): readonly Finding[] {
    return this.#reading.awaited.isAwaited(changes.listing) ? this.note(changes, at, isLive) : this.#found;
  }

  /** A play of a game by the board's label. */
  notePlay(label: string, play: PlayEntry, at: ReadAt): readonly Finding[] {
    return this.#ofGame(label, at, this.#plays, (armed, game) =>
      armed.play?.playHappened(game, play, this.#around),
    );
  }

  /** How a game stands, by the board's label. */
  noteStanding(label: string, standing: GameStanding, at: ReadAt): readonly Finding[] {
    return this.#ofGame(label, at, this.#standings, (armed, game) =>
      armed.play?.stood(game, standing, this.#around),
    );
  }

  /** The rules that watch something of a game. */
  rulesOf(game: number): readonly CompiledRule[] {
    return this.#index.watchersOfGame(game).map(({ watcher }) => watcher);
  }

  /** Whether some rule looks at a selection. */
  isWatched(selection: number): boolean {
    return (this.#index.watching(selection)?.lookingAt.size ?? 0) > 0;
  }

  /** Whether any rule is of a kind. */
  hasKind(kind: Rule['kind']): boolean {
    return this.#armed.some(({ watcher }) => watcher.rule.kind === kind);
  }

  /** What is no news still is where news begin. */
  #noteQuietly(changes: Changes): void {
    this.#reading.interrupt(changes);
    this.#reading.awaited.forget(changes.listing);
    if (this.#rings.size > 0)
      for (let at = 0; at < changes.count; at += 1) this.#rings.forget(changes.selection(at));
    if (changes.cause !== 'prices' || changes.count === 0) return;
    const number = this.#board.selections.listing(changes.selection(0));
    const listing = this.#board.listings.at(number)!;
    this.#games.see(number, listing);
    this.#primeLines(number, listing);
  }

  #primeLines(number: number, { game, sportsbook }: Listing): void {
    if (!this.#hasLines) return;
    const name = this.#board.sportsbooks.at(sportsbook);
    const rules = this.#index.watchersOfGame(game);
    if (rules.some((each) => each.line !== null && each.heeds(name)))
      this.#reading.primeLines(number, this.#around);
  }

  #ofGame(
    label: string,
    at: ReadAt,
    voices: MatchVoices,
    look: (armed: ArmedRule, game: number) => void,
  ): readonly Finding[] {
    const game = this.#board.games.find(label);
    if (game === undefined || !voices.isHeard(game)) return [];
    this.#around.nowMs = at.uptimeMs;
    for (const armed of this.#index.watchersOfGame(game)) look(armed, game);
    return this.#takeWanted(at);
  }

  /** What was found, without what its rule sleeps through, and prices out of its bounds. */
  #takeWanted({ wallMs }: ReadAt): readonly Finding[] {
    const findings = this.#found;
    if (findings.length === 0) return findings;
    this.#found = [];
    return findings.filter(({ watcher, game, from, to }) => {
      if (!watcher.isAwake(wallMs, this.#board.games.at(game).startsAtMs)) return false;
      const { kind } = watcher.rule;
      const price = kind === 'line' || kind === 'play' || kind === 'arbitrage' ? null : (to ?? from);
      return price === null || watcher.isPriceWanted(price as AmericanOdds);
    });
  }
}

function isEqual(left: Rule, right: Rule): boolean {
  return JSON.stringify(left) === JSON.stringify(right);
}
