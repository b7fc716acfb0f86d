import { writeFileSync } from 'node:fs';
import path from 'node:path';
import type { FeedName } from '#contract/feed-status.ts';
import { Board } from '#domain/board/board.ts';
import { describeSelections } from '#domain/board/describe.ts';
import { createOddsFeed } from '../../adapters/feed/odds-feed.ts';
import { createPlaysFeed } from '../../adapters/feed/plays-feed.ts';
import { FrameRecorder } from '../../adapters/feed/recorder.ts';
import { createProviderRest } from '../../adapters/rest/provider-rest.ts';
import { openStores } from '../../adapters/stores.ts';
import type { Feed, OddsMessage, PlaysMessage } from '../../ports/feed.ts';
import { ManualClock } from '../../testing/manual-clock.ts';
import { threadFiles } from '../../threads.ts';
import { CatalogueKeeper } from '../../usecases/catalogue/refresh-catalogue.ts';
import { PlaysFollower } from '../../usecases/games/follow-plays.ts';
import { OddsFollower } from '../../usecases/odds/follow-odds.ts';
import { RawProvider } from '../raw-provider.ts';
import { echoes, GET_FAILURES, KEY_IN_PRICES, SOCKET_FAILURES } from './provoked-failures.ts';
import { WatchedFeed } from './watched-feed.ts';

const THREADS = threadFiles(import.meta.resolve('../../worker.ts'));

/** What a trial tells: all that it said, and where it wrote. */
export interface TrialReport {
  readonly failures: number;
  readonly emitted: string;
}

/**
 * The feeds, the catalogue and the recorder of an engine over real sockets, against a provider that fails in every way
 * and throws the key back each time. The clock is turned by hand, so that no pause is waited for. Writes database,
 * recording and board dump into `folder`. For tests.
 */
export async function tryKey(folder: string, key: string): Promise<TrialReport> {
  const trial = new KeyTrial(folder, key);
  await trial.open();
  try {
    await trial.failSockets();
    await trial.failGets();
    await trial.failNetworks();
  } finally {
    await trial.close();
  }
  return trial.report();
}

type Tap = (data: Buffer, isBinary: boolean) => void;
type Followed =
  | { readonly feed: WatchedFeed<OddsMessage>; readonly follower: OddsFollower }
  | { readonly feed: WatchedFeed<PlaysMessage>; readonly follower: PlaysFollower };

class KeyTrial {
  readonly #folder: string;
  readonly #key: string;
  readonly #clock = new ManualClock();
  readonly #stores;
  readonly #recorder: FrameRecorder;
  readonly #board = new Board();
  readonly #provider: RawProvider;
  readonly #emitted: string[] = [];
  #base = '';
  #failures = 0;
  #failure = SOCKET_FAILURES[0]!;
  #getFailure = GET_FAILURES[0]!;
  #echo = '';

  constructor(folder: string, key: string) {
    this.#folder = folder;
    this.#key = key;
    const data = path.join(folder, 'data');
    this.#stores = openStores(data, THREADS, this.#clock, (text) => this.#tell('notice', text));
    this.#recorder = new FrameRecorder({
      file: path.join(folder, 'recording.gz'),
      key,
      clock: this.#clock,
      failed: (sentence) => this.#tell('recorder', sentence),
    });
    this.#provider = new RawProvider({
      connect: (visit) => this.#failure.play(visit, this.#echo),
      get: (request, response) => this.#getFailure.play(request, response, this.#echo),
    });
  }

  async open(): Promise<void> {
    this.#base = await this.#provider.open();
  }

  async close(): Promise<void> {
    this.#provider.close();
    writeFileSync(path.join(this.#folder, 'board'), JSON.stringify(describeSelections(this.#board)));
    await this.#recorder.stop();
    this.#stores.close();
  }

  report(): TrialReport {
    return { failures: this.#failures, emitted: this.#emitted.join('\n') };
  }

  async failSockets(): Promise<void> {
    for (const follow of [this.#followOdds, this.#followPlays]) {
      const followed: Followed = follow(this.#base);
      for (const echo of echoes(this.#key)) {
        for (const failure of SOCKET_FAILURES) {
          [this.#failure, this.#echo] = [failure, echo];
          await this.#fail(followed);
        }
      }
      [this.#failure, this.#echo] = [KEY_IN_PRICES, this.#key];
      await this.#fail(followed);
      followed.feed.stop(followed.follower);
    }
  }

  async failGets(): Promise<void> {
    const rest = createProviderRest({
      base: this.#base,
      key: this.#key,
      clock: this.#clock,
      budgets: {
        spent: () => [],
        spend: () => undefined,
        pause: () => null,
        keepPause: () => undefined,
      },
    });
    const keeper = new CatalogueKeeper({
      rest,
      store: this.#stores.catalogue,
      clock: this.#clock,
      changed: (catalogue) => this.#tell('catalogue', catalogue),
    });
    for (const echo of echoes(this.#key)) {
      for (const failure of GET_FAILURES) {
        [this.#getFailure, this.#echo] = [failure, echo];
        const outcomes = Promise.all([keeper.refresh(), rest.parlays('circa'), rest.esportsLabels()]);
        this.#tell('GET', await this.#passing(outcomes));
        this.#failures += 5;
      }
    }
    keeper.stop();
    rest.stop();
  }

  /** Addresses at which nobody answers, or not as expected. */
  async failNetworks(): Promise<void> {
    const bases = [
      'http://127.0.0.1:1/api',
      'http://nobody.invalid/api',
      this.#base.replace('http:', 'https:'),
      `${this.#base}#${this.#key}`,
    ];
    for (const base of bases) {
      const followed = this.#followOdds(base);
      for (let times = 0; times < 3; times += 1) await this.#fail(followed);
      followed.feed.stop(followed.follower);
    }
  }

  readonly #followOdds = (base: string) => {
    const feed = this.#watched('odds', (tap) => createOddsFeed({ base, key: this.#key, tap }));
    const follower: OddsFollower = new OddsFollower({
      ...this.#needs(),
      feed,
      board: this.#board,
      filters: {},
      changed: () => undefined,
      filtersChanged: () => this.#tell('filters', [follower.filters, follower.filterAnswer]),
    });
    follower.start();
    return { feed, follower };
  };

  readonly #followPlays = (base: string) => {
    const feed = this.#watched('plays', (tap) => createPlaysFeed({ base, key: this.#key, tap }));
    const follower = new PlaysFollower({
      ...this.#needs(),
      feed,
      isKeyGood: () => true,
      leagueOf: () => null,
      support: (game, support) => this.#tell('support', [game, support]),
      plays: (entries) => this.#tell('plays', entries),
      state: (state) => this.#tell('state', state),
    });
    follower.follow(['A vs B', 'C vs D', 'E vs F']);
    return { feed, follower };
  };

  #watched<Data>(name: FeedName, create: (tap: Tap) => Feed<Data>): WatchedFeed<Data> {
    const tap: Tap = (data, isBinary) => this.#recorder.frame(name, data, isBinary);
    return new WatchedFeed(create(tap), (what, value) => this.#tell(what, value));
  }

  async #fail({ feed, follower }: Followed): Promise<void> {
    await feed.next(this.#clock, follower);
    this.#failures += 1;
  }

  #needs() {
    return {
      clock: this.#clock,
      chance: () => 0.5,
      budgets: this.#stores.budgets,
      status: (status: unknown) => this.#tell('status', status),
    };
  }

  #tell(what: string, value: unknown): void {
    this.#emitted.push(`${what} ${JSON.stringify(value)}`);
  }

  /** Lets time pass until it is done. */
  async #passing<T>(promise: Promise<T>): Promise<T> {
    let isDone = false;
    const settled = promise.finally(() => {
      isDone = true;
    });
    while (!isDone) {
      await new Promise((resolve) => setImmediate(resolve));
      this.#clock.pass(1_000);
    }
    return settled;
  }
}
