import type { Bridge } from '#contract/bridge.ts';
import type { PlayGame, PlaysNews, PlayView } from '#contract/plays.ts';
import { type FollowedGame, MOST_FOLLOWED } from '#contract/settings.ts';
import { type Observable, observable } from '../observable.ts';
import type { SettingsStore } from '../settings.ts';
import { isUnderWay } from './live-games.ts';
import { mergePlays } from './merge-plays.ts';

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
  /** Start, Unix ms; where it was not known, when it was picked. */
  readonly startsAtMs: number;
  /** `picked` by the user, `kept` from an earlier run, or by the game's own `page`, for as long as it is open. */
  readonly from: 'picked' | 'kept' | 'page';
}

/** The games whose plays the user reads. Those that the user picked are kept in the settings until they are over. */
export class PlaysStore {
  readonly #bridge: Bridge;
  readonly #settings: Pick<SettingsStore, 'settings' | 'change'>;
  readonly #tickers = observable<readonly Ticker[]>([]);
  readonly #failure = observable<string | null>(null);
  readonly #unlistens: readonly (() => void)[];
  #isOpen = false;
  /** Counts runs of the engine: an answer of an older one numbers its plays otherwise. */
  #run = 0;
  #asks = 0;

  constructor(bridge: Bridge, settings: Pick<SettingsStore, 'settings' | 'change'>) {
    this.#bridge = bridge;
    this.#settings = settings;
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

  /** Follows the games of the last run again, those left out that are over by their start. */
  resume(nowMs: number): void {
    const { followedGames } = this.#settings.settings.read();
    this.#tickers.write(
      followedGames
        .filter(({ startsAtMs }) => startsAtMs > nowMs || isUnderWay(startsAtMs, nowMs))
        .map(({ game, startsAtMs, isPinned }) => ({ ...blank(game, startsAtMs, 'kept'), pinned: isPinned })),
    );
    this.#keep();
    const wanted = this.#wanted();
    if (wanted.length > 0) void this.#follow(wanted);
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

  /** Picks a game. Answers whether there was room for it. `startsAtMs`: Unix ms. */
  pick(game: string, startsAtMs: number, from: 'picked' | 'page' = 'picked'): boolean {
    const tickers = this.#tickers.read();
    if (tickers.some((ticker) => ticker.game === game)) return true;
    if (tickers.length >= MOST_FOLLOWED) return false;
    this.#tickers.write([...tickers, blank(game, startsAtMs, from)]);
    this.#keep();
    void this.#follow([game]);
    return true;
  }

  drop(game: string): void {
    this.#tickers.write(this.#tickers.read().filter((ticker) => ticker.game !== game));
    this.#keep();
    void this.#follow([]);
  }

  /** Follows a game on while other screens are open, or no longer. */
  pin(game: string, pinned: boolean): void {
    this.#change(game, (ticker) => ({ ...ticker, pinned, from: 'picked' }));
    this.#keep();
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
    this.#forgetUnknown();
  }

  /** A game of an earlier run that the feed no longer knows is over. */
  #forgetUnknown(): void {
    const isOver = ({ from, state }: Ticker) => from === 'kept' && state?.support === 'wrong-label';
    for (const { game } of this.#tickers.read().filter(isOver)) this.drop(game);
  }

  /** Keeps what the user has picked for the next start. */
  #keep(): void {
    const picked = this.#tickers.read().filter(({ from }) => from !== 'page');
    const followedGames = picked.map(
      ({ game, startsAtMs, pinned }): FollowedGame => ({ game, startsAtMs, isPinned: pinned }),
    );
    const before = this.#settings.settings.read().followedGames;
    if (JSON.stringify(before) !== JSON.stringify(followedGames)) this.#settings.change({ followedGames });
  }

  #change(game: string, change: (ticker: Ticker) => Ticker): void {
    const before = this.#tickers.read();
    const after = before.map((ticker) => (ticker.game === game ? change(ticker) : ticker));
    if (after.some((ticker, at) => ticker !== before[at])) this.#tickers.write(after);
  }
}

function blank(game: string, startsAtMs: number, from: Ticker['from']): Ticker {
  return { game, state: null, plays: [], pinned: false, startsAtMs, from };
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
