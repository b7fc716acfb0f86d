import type { PlayGame, PlaysNews, PlayView } from '#contract/plays.ts';
import type { GameState } from '#domain/play/game-state.ts';
import type { PlayEntry } from '#domain/play/play.ts';
import { periodWords } from '#domain/play/words/period-words.ts';
import { playWords } from '#domain/play/words/play-words.ts';
import type { Clock } from '../../ports/clock.ts';
import type { PlayNames } from './name-plays.ts';
import type { GameSupport } from './wanted-games.ts';

/** News of plays leave together, this long after the first. */
const GATHER_MS = 50;

/** What one socket of live games can do. */
export interface LiveGamesFeed {
  follow(games: readonly string[]): unknown;
}

interface ShowPlaysNeeds {
  readonly clock: Clock;
  readonly send: (news: PlaysNews) => void;
  readonly names: Pick<PlayNames, 'toFeed' | 'toBoard'>;
  /** The teams of a game by its label, for games whose plays did not name them yet. */
  readonly teams: (game: string) => { readonly home: string; readonly away: string };
  /** The league of a game by the feed's label; `null` where it is not known. */
  readonly leagueOf: (game: string) => string | null;
}

/**
 * Follows the plays of whatever the windows look at, all windows together, and tells news: plays in their order and
 * none left out, games with their newest score and state.
 */
export class PlaysBoard {
  readonly #needs: ShowPlaysNeeds;
  readonly #feeds: LiveGamesFeed[] = [];
  readonly #wantedBy = new Map<number, readonly string[]>();
  readonly #games = new Map<string, PlayGame>();
  #plays: PlayView[] = [];
  readonly #changed = new Set<string>();
  #cancel: (() => void) | undefined;

  constructor(needs: ShowPlaysNeeds) {
    this.#needs = needs;
  }

  /** Adds a socket that has to follow the same games. */
  add(feed: LiveGamesFeed): void {
    this.#feeds.push(feed);
  }

  /** Wants these games for a window from now on; an empty list lets go. Answers them as they stand. */
  follow(windowId: number, games: readonly string[]): PlaysNews {
    if (games.length === 0) this.#wantedBy.delete(windowId);
    else this.#wantedBy.set(windowId, games);
    const wanted = [...new Set([...this.#wantedBy.values()].flat())];
    for (const known of [...this.#games.keys()]) if (!wanted.includes(known)) this.#games.delete(known);
    this.followAgain();
    return { plays: [], games: games.map((game) => this.#game(game)) };
  }

  /** The games that some window follows, as they stand. */
  followed(): readonly PlayGame[] {
    return [...new Set([...this.#wantedBy.values()].flat())].map((game) => this.#game(game));
  }

  /** Tells the sockets again what is wanted, e.g. when more labels are known. */
  followAgain(): void {
    const wanted = [...new Set([...this.#wantedBy.values()].flat())];
    const labels = wanted.map((game) => this.#needs.names.toFeed(game));
    for (const feed of this.#feeds) feed.follow(labels);
  }

  notePlays(entries: readonly PlayEntry[]): void {
    for (const entry of entries) this.#plays.push(this.view(entry));
    this.#sendSoon();
  }

  noteState(state: GameState): void {
    const clock = [state.period, state.clock, state.detail]
      .filter((part) => part !== null && part !== '')
      .join(' ');
    const game = this.#needs.names.toBoard(state.game);
    const before = this.#game(game);
    this.#games.set(game, {
      ...before,
      home: state.home ?? before.home,
      away: state.away ?? before.away,
      score: state.score ?? before.score,
      state: state.phase === 'ended' ? 'Final' : clock || before.state,
    });
    this.#noteGame(game);
  }

  noteSupport(label: string, support: GameSupport): void {
    const game = this.#needs.names.toBoard(label);
    this.#games.set(game, { ...this.#game(game), support });
    this.#noteGame(game);
  }

  /** A play for people. */
  view(entry: PlayEntry): PlayView {
    const league = this.#needs.leagueOf(entry.game) ?? entry.league;
    const period = entry.period === null ? null : periodWords(entry.period, league);
    return {
      sequence: entry.sequence,
      game: this.#needs.names.toBoard(entry.game),
      atMs: entry.arrivedAtMs,
      type: entry.type,
      typeName: playWords(entry.type, league),
      text: entry.summary,
      clock: [period, entry.clock].filter((part) => part !== null && part !== '').join(' '),
      score: entry.score,
    };
  }

  stop(): void {
    this.#cancel?.();
    this.#cancel = undefined;
  }

  #game(game: string): PlayGame {
    return (
      this.#games.get(game) ?? {
        game,
        ...this.#needs.teams(game),
        score: null,
        state: '',
        support: 'waiting',
      }
    );
  }

  #noteGame(game: string): void {
    this.#changed.add(game);
    this.#sendSoon();
  }

  #sendSoon(): void {
    this.#cancel ??= this.#needs.clock.after(GATHER_MS, () => {
      this.#cancel = undefined;
      const news = { plays: this.#plays, games: [...this.#changed].map((game) => this.#game(game)) };
      this.#plays = [];
      this.#changed.clear();
      this.#needs.send(news);
    });
  }
}
