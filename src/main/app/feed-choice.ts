import path from 'node:path';
import type { FeedSource, FeedStatus } from '#contract/feed-status.ts';
import type { FeedFilters } from '#contract/filters.ts';
import type { KeyState } from '#contract/key.ts';
import type { RetentionLimits } from '#domain/history/retention.ts';
import type { StakePlan } from '#domain/odds/fair/stake.ts';
import type { EngineOptions } from '#engine/index.ts';
import type { KeyStore } from '../desktop/keychain/key-store.ts';
import { type DemoFeed, startDemoFeed } from './demo-feed.ts';
import { hideInLog } from './life/log.ts';

/** How long a key that was entered may take to be acknowledged. */
const TRY_TIMEOUT_MS = 20_000;

/** What came of a key that was tried. */
export type KeyTrial =
  | { readonly ok: true; readonly state: KeyState }
  | {
      readonly ok: false;
      readonly code: 'key-refused' | 'refused-now' | 'unreachable';
      readonly message: string;
    };

type Decision = Pick<FeedStatus, 'state' | 'detail' | 'retryAtMs'>;

interface FeedChoiceNeeds {
  readonly keys: KeyStore;
  readonly dataFolder: string;
  /** Starts the engine anew with these options. */
  readonly start: (options: EngineOptions) => Promise<void>;
  /** The demo feed ended by itself. `why`: for the log. */
  readonly demoEnded: (why: string) => void;
  readonly base: () => string;
  readonly filters: () => FeedFilters;
  readonly proxy: () => string;
  readonly stakePlan: () => StakePlan | null;
  readonly sharedSources: () => readonly (readonly string[])[];
  readonly retention: () => RetentionLimits;
  readonly keepBase: (base: string) => void;
  /** The source or the state of the key changed. */
  readonly changed: (source: FeedSource, state: KeyState) => void;
}

/**
 * Decides which feed runs: the provider's with the user's key, or the demo feed. A key is tried by connecting with it,
 * and only one that the provider acknowledges is kept.
 */
export class FeedChoice {
  readonly #needs: FeedChoiceNeeds;
  #demo: DemoFeed | undefined;
  #key: string | undefined;
  #state: KeyState;
  #decided: ((status: FeedStatus) => void) | undefined;

  constructor(needs: FeedChoiceNeeds) {
    this.#needs = needs;
    this.#state = { kind: 'none', detail: '', base: needs.base() };
  }

  /** The state of the key; never the key. */
  get state(): KeyState {
    return this.#state;
  }

  /** Starts what was chosen last: the key that is given, the one that was kept, or the demo feed. */
  async start(given: { readonly key: string; readonly base: string } | null): Promise<void> {
    if (given !== null) {
      return await this.#startProvider(given.key, given.base, {
        kind: 'session',
        detail: 'The key was given at the start; it is kept for this session only.',
      });
    }
    const kept = await this.#needs.keys.read();
    if (kept.kind === 'kept') {
      return this.#startProvider(kept.key, this.#needs.base(), {
        kind: 'kept',
        detail: `The key is in the system\u2019s keychain (${kept.backend}).`,
      });
    }
    await this.#startDemo(kept.kind === 'unreadable' ? kept.detail : '');
  }

  /** Tries a key; on success it is kept and its feed runs, else what ran before runs again. */
  async enter(key: string, base: string): Promise<KeyTrial> {
    const before = { key: this.#key, state: this.#state };
    const { state, retryAtMs, detail: why } = await this.#try(key, base);
    if (state === 'live' || state === 'resyncing') {
      await this.stop();
      const keeping = await this.#needs.keys.keep(key);
      const detail =
        keeping.kind === 'kept'
          ? `The key is in the system\u2019s keychain (${keeping.backend}).`
          : keeping.detail;
      this.#needs.keepBase(base);
      this.#set('provider', { kind: keeping.kind, detail, base });
      return { ok: true, state: this.#state };
    }
    this.#key = before.key;
    this.#state = before.state;
    await this.resume();
    // a refusal after which it is tried again by itself was not about the key
    const refusal = retryAtMs === null ? 'key-refused' : 'refused-now';
    return { ok: false, code: state === 'refused' ? refusal : 'unreachable', message: why };
  }

  /** Connects anew, as things are set now; the demo feed is on this machine and needs no way to it. */
  async startAgain(): Promise<void> {
    if (this.#key !== undefined) await this.resume();
  }

  /** Starts what ran last once more: its engine has ended, or its demo feed. */
  async resume(): Promise<void> {
    if (this.#key === undefined) await this.#startDemo(this.#state.detail);
    else await this.#startProvider(this.#key, this.#state.base, this.#state);
  }

  /** Forgets the key and goes back to the demo feed. */
  async remove(): Promise<KeyState> {
    this.#needs.keys.forget();
    this.#key = undefined;
    await this.#startDemo('');
    return this.#state;
  }

  /** Hears every status of the odds feed: that is how a key is found good or bad. */
  noteStatus(status: FeedStatus): void {
    if (status.feed === 'odds') this.#decided?.(status);
  }

  async stop(): Promise<void> {
    await this.#demo?.stop();
    this.#demo = undefined;
  }

  /** Connects with a key; answers the first status that says how it went. */
  async #try(key: string, base: string): Promise<Decision> {
    try {
      await this.#startProvider(key, base, { kind: 'session', detail: 'Trying the key.' });
    } catch (error) {
      return offline(`The price engine could not be started (${String(error)}).`);
    }
    // only now: what the engine said before is of the feed that ran before
    return this.#decision();
  }

  #decision(): Promise<Decision> {
    return new Promise((resolve) => {
      const timer = setTimeout(() => {
        this.#decided = undefined;
        resolve(offline('The provider did not answer within 20 s.'));
      }, TRY_TIMEOUT_MS);
      this.#decided = (status) => {
        if (status.state === 'connecting' || status.state === 'stale') return;
        clearTimeout(timer);
        this.#decided = undefined;
        resolve(status);
      };
    });
  }

  async #startProvider(key: string, base: string, state: Pick<KeyState, 'kind' | 'detail'>): Promise<void> {
    this.#key = key;
    hideInLog(key);
    this.#set('provider', { kind: state.kind, detail: state.detail, base });
    await this.#needs.start({
      base,
      key,
      source: 'provider',
      filters: this.#needs.filters(),
      proxy: this.#needs.proxy(),
      stakePlan: this.#needs.stakePlan(),
      sharedSources: this.#needs.sharedSources(),
      retention: this.#needs.retention(),
      dataFolder: this.#needs.dataFolder,
    });
  }

  async #startDemo(detail: string): Promise<void> {
    this.#demo ??= await startDemoFeed((why) => {
      this.#demo = undefined;
      if (this.#key === undefined) this.#needs.demoEnded(why);
    });
    this.#set('demo', { kind: 'none', detail, base: this.#needs.base() });
    await this.#needs.start({
      base: this.#demo.base,
      key: this.#demo.key,
      source: 'demo',
      filters: {},
      stakePlan: this.#needs.stakePlan(),
      sharedSources: this.#needs.sharedSources(),
      retention: this.#needs.retention(),
      dataFolder: path.join(this.#needs.dataFolder, 'demo'),
    });
  }

  #set(source: FeedSource, state: KeyState): void {
    this.#state = state;
    this.#needs.changed(source, state);
  }
}

function offline(detail: string): Decision {
  return { state: 'offline', detail, retryAtMs: null };
}
