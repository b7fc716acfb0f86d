import type { FeedStatus } from '#contract/feed-status.ts';
import type { PlaysNews, PlayView } from '#contract/plays.ts';
import type { GameState } from '#domain/play/game-state.ts';
import type { PlayEntry } from '#domain/play/play.ts';
import { createPlaysFeed } from '../adapters/feed/plays-feed.ts';
import { createScoresFeed } from '../adapters/feed/scores-feed.ts';
import { PlaysFollower } from '../usecases/games/follow-plays.ts';
import { ScoresFollower } from '../usecases/games/follow-scores.ts';
import { PlayNames } from '../usecases/games/name-plays.ts';
import { PlaysBoard } from '../usecases/games/show-plays.ts';
import { connectionOf, type PartContext, socketOf } from './context.ts';
import type { OddsPart } from './odds-part.ts';

/** So many plays of each game are told to a window that only looks on. */
const NEWEST_PLAYS = 20;

/** Window number under which rules want games. */
const RULES_WINDOW = -1;

/** What rules hear of games, by the board's labels. */
interface RulesOfGames {
  play(label: string, play: PlayEntry): void;
  standing(label: string, standing: GameState): void;
}

/** Plays and live scores of the games that somebody looks at. */
export class GamesPart {
  readonly plays: PlaysFollower;
  readonly scores: ScoresFollower;
  readonly #names: PlayNames;
  readonly #board: PlaysBoard;
  #rules: RulesOfGames | undefined;
  readonly #noted: (entries: readonly PlayEntry[]) => void;

  /** `noted`: called with plays that are new, of one game, oldest first. */
  constructor(context: PartContext, odds: OddsPart, noted: (entries: readonly PlayEntry[]) => void) {
    this.#noted = noted;
    const { rest, clock, sink } = context;
    const leagueOf = (label: string) => odds.gameOf(this.#names.toBoard(label))?.sport ?? null;
    this.#names = new PlayNames({
      rest,
      clock,
      sportOf: (game) => odds.gameOf(game)?.sport ?? '',
      changed: () => this.#board.followAgain(),
    });
    this.#board = new PlaysBoard({
      names: this.#names,
      clock,
      send: (news) => sink.plays(news),
      leagueOf,
      teams: (game) => odds.gameOf(game) ?? { home: game, away: '' },
    });
    const needs = {
      ...connectionOf(context, (status) => sink.status(status)),
      leagueOf,
      isKeyGood: () => odds.follower.isKeyGood,
      support: this.#board.noteSupport.bind(this.#board),
      state: this.#board.noteState.bind(this.#board),
    };
    this.plays = new PlaysFollower({
      ...needs,
      feed: createPlaysFeed(socketOf(context, 'plays')),
      plays: (entries) => {
        this.#board.notePlays(entries);
        this.#noted(entries);
        for (const entry of entries) this.#rules?.play(this.#names.toBoard(entry.game), entry);
      },
      state: (state) => {
        this.#board.noteState(state);
        this.#rules?.standing(this.#names.toBoard(state.game), state);
      },
    });
    this.scores = new ScoresFollower({
      ...needs,
      support: () => undefined,
      feed: createScoresFeed(socketOf(context, 'scores')),
      // where plays are followed they are the better word, and two would tell the same twice
      settled: (state) => {
        if (this.plays.support(state.game) !== 'live')
          this.#rules?.standing(this.#names.toBoard(state.game), state);
      },
    });
    this.#board.add(this.plays);
    this.#board.add(this.scores);
  }

  /** Status of the sockets that somebody wants; one that nobody wants is nobody's concern. */
  get feeds(): FeedStatus[] {
    return [this.plays, this.scores].filter((follower) => follower.isRunning).map(({ status }) => status);
  }

  stop(): void {
    this.#board.stop();
    this.plays.stop();
    this.scores.stop();
  }

  reconnect(why: string): void {
    this.plays.reconnect(why);
    this.scores.reconnect(why);
  }

  /** Wants the plays of these games for a window from now on; an empty list lets go. */
  follow(windowId: number, games: readonly string[]): PlaysNews {
    return this.#board.follow(windowId, games);
  }

  /** What some window follows: the games as they stand, and the newest plays of each. */
  followed(): PlaysNews {
    const games = this.#board.followed();
    return { games, plays: games.flatMap(({ game }) => this.playsOf(game).slice(-NEWEST_PLAYS)) };
  }

  /** Lets the rules hear plays and settled standings. */
  tellRules(rules: RulesOfGames): void {
    this.#rules = rules;
  }

  /** Wants the plays of these games for rules from now on. */
  followForRules(games: readonly string[]): void {
    this.#board.follow(RULES_WINDOW, games);
  }

  /** The plays of a game as an earlier run kept them, oldest first. */
  async keptPlaysOf(game: string, read: (game: string) => Promise<PlayEntry[]>): Promise<PlayView[]> {
    const entries = await read(this.#names.toFeed(game));
    return entries.map((entry) => this.#board.view(entry));
  }

  /** The plays of a game so far, oldest first. */
  playsOf(game: string): PlayView[] {
    return this.plays.plays(this.#names.toFeed(game)).map((entry) => this.#board.view(entry));
  }
}
