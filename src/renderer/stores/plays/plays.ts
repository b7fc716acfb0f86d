import type { Bridge } from '#contract/bridge.ts';
import type { PlayGame, PlaysNews, PlayView } from '#contract/plays.ts';
import { type Observable, observable } from '../observable.ts';
import { mergePlays } from './merge-plays.ts';

/** Most games that are followed at a time: more than anybody reads, and few enough for every plan. */
export const MOST_FOLLOWED = 10;

/** One followed game. A new object whenever something of it changed. */
export interface Ticker {
  /** The provider's label. */
  readonly game: string;
  /** `null` before the engine's first word. */
  readonly state: PlayGame | null;
  /** Oldest first, each play once. */
  readonly plays: readonly PlayView[];
  /** Whether it is followed on while another screen is open. */
  readonly pinned: boolean;
}

/** The games whose plays the user reads. */
export class PlaysStore {
  readonly #bridge: Bridge;
  readonly #tickers = observable<readonly Ticker[]>([]);
  readonly #failure = observable<string | null>(null);
  readonly #unlistens: readonly (() => void)[];
  #isOpen = false;
  /** Counts runs of the engine: an answer of an older one numbers its plays otherwise. */
  #run = 0;
  #asks = 0;

  constructor(bridge: Bridge) {
    this.#bridge = bridge;
    this.#unlistens = [
      bridge.listen('plays', (news) => this.#receive(news)),
      bridge.listen('engine.started', () => this.#startOver()),
    ];
  }

  /** The picked games in the order in which they were picked. */
  get tickers(): Observable<readonly Ticker[]> {
    return this.#tickers;
  }

  /** Why nothing is followed, as a sentence; `null` when all is well. */
  get failure(): Observable<string | null> {
    return this.#failure;
  }

  /** The screen of plays is there: every picked game is followed. */
  open(): void {
    this.#isOpen = true;
    void this.#follow(this.#tickers.read().map(({ game }) => game));
  }

  /** The screen is left: only pinned games are followed on. The others stay picked. */
  leave(): void {
    this.#isOpen = false;
    void this.#follow([]);
  }

  /** Picks a game. Answers whether there was room for it. */
  pick(game: string): boolean {
    const tickers = this.#tickers.read();
    if (tickers.some((ticker) => ticker.game === game)) return true;
    if (tickers.length >= MOST_FOLLOWED) return false;
    this.#tickers.write([...tickers, { game, state: null, plays: [], pinned: false }]);
    void this.#follow([game]);
    return true;
  }

  drop(game: string): void {
    this.#tickers.write(this.#tickers.read().filter((ticker) => ticker.game !== game));
    void this.#follow([]);
  }

  /** Follows a game on while other screens are open, or no longer. */
  pin(game: string, pinned: boolean): void {
    this.#change(game, (ticker) => ({ ...ticker, pinned }));
    if (!this.#isOpen) void this.#follow([]);
  }

  stop(): void {
    for (const unlisten of this.#unlistens) unlisten();
  }

  #startOver(): void {
    this.#run += 1;
    this.#tickers.write(this.#tickers.read().map((ticker) => ({ ...ticker, state: null, plays: [] })));
    const wanted = this.#wanted();
    if (wanted.length > 0) void this.#follow(wanted);
  }

  #wanted(): readonly string[] {
    return this.#tickers
      .read()
      .filter(({ pinned }) => this.#isOpen || pinned)
      .map(({ game }) => game);
  }

  /** Says which games are wanted now, then reads what was missed of some: in this order nothing falls between. */
  async #follow(missed: readonly string[]): Promise<void> {
    this.#asks += 1;
    const [ask, run] = [this.#asks, this.#run];
    const reply = await this.#bridge.request('plays.follow', { games: this.#wanted() });
    if (run !== this.#run) return;
    if (reply.ok) this.#receive(reply.value);
    if (ask === this.#asks) this.#failure.write(reply.ok ? null : reply.message);
    if (!reply.ok) return;
    await Promise.all(missed.map((game) => this.#readPast(game, run)));
  }

  async #readPast(game: string, run: number): Promise<void> {
    const reply = await this.#bridge.request('plays.read', { game });
    if (run !== this.#run || !reply.ok) return;
    this.#change(game, (ticker) => withPlays(ticker, reply.value));
  }

  #receive({ plays, games }: PlaysNews): void {
    const news = new Map(games.map((state) => [state.game, state]));
    const byGame = Map.groupBy(plays, ({ game }) => game);
    const before = this.#tickers.read();
    const after = before.map((ticker) => {
      const state = newerState(ticker.state, news.get(ticker.game));
      const stated = state === ticker.state ? ticker : { ...ticker, state };
      return withPlays(stated, byGame.get(ticker.game) ?? []);
    });
    if (after.some((ticker, at) => ticker !== before[at])) this.#tickers.write(after);
  }

  #change(game: string, change: (ticker: Ticker) => Ticker): void {
    const before = this.#tickers.read();
    const after = before.map((ticker) => (ticker.game === game ? change(ticker) : ticker));
    if (after.some((ticker, at) => ticker !== before[at])) this.#tickers.write(after);
  }
}

/** A game that is followed anew begins with nothing said: its score and clock stand until the next word on them. */
function newerState(known: PlayGame | null, news: PlayGame | undefined): PlayGame | null {
  if (news === undefined || known === null) return news ?? known;
  return { ...news, score: news.score ?? known.score, state: news.state === '' ? known.state : news.state };
}

function withPlays(ticker: Ticker, more: readonly PlayView[]): Ticker {
  const plays = mergePlays(ticker.plays, more);
  return plays === ticker.plays ? ticker : { ...ticker, plays };
}
