import path from 'node:path';
import { app } from 'electron';
import type { StatusReport } from '#contract/feed-status.ts';
import { sharedSources } from '#domain/catalogue/sportsbook-groups.ts';
import { KeyStore } from '../desktop/keychain/key-store.ts';
import { createSystemVault } from '../desktop/keychain/system-vault.ts';
import type { SettingsStore } from '../desktop/settings-store.ts';
import { type EngineEvent, EngineThread } from './engine-thread.ts';
import { FeedChoice } from './feed-choice.ts';
import type { LaunchOptions } from './launch-options.ts';
import { say } from './life/log.ts';
import { EngineRevival } from './life/revive-engine.ts';
import { keepSilence } from './presence/keep-silence.ts';
import { relay } from './relay.ts';
import { retentionLimits } from './retention-limits.ts';
import { StatusBoard } from './status-board.ts';
import { broadcast } from './windows.ts';

/** A clean quit flushes within this. */
const FLUSH_TIMEOUT_MS = 1_500;

interface RunNeeds {
  readonly provider: LaunchOptions['provider'];
  readonly settings: SettingsStore;
  /** Hears the engine's news, after the windows they are for. */
  readonly heard: (event: EngineEvent) => void;
  /** Hears each new report. */
  readonly reported: (report: StatusReport) => void;
  /** An engine has started: it knows nothing of what the one before was asked. */
  readonly started: () => void;
  /** The engine ended so often that it rests, and nothing is watched meanwhile. */
  readonly rests: () => void;
}

/** The feed that the user chose, in an engine that is begun again when it ends by itself. */
export interface RunningFeed {
  readonly engine: EngineThread;
  readonly choice: FeedChoice;
  readonly status: StatusBoard;
  readonly revival: EngineRevival;
  /** Resolves when the first engine has started, or could not be. */
  readonly begun: Promise<void>;
  /** Lets everything that was seen come to disk, and ends it all. */
  stop(): Promise<void>;
}

/** Starts the feed that was chosen last, or the provider's that was named at the start. */
export function runFeed({ provider, settings, heard, reported, started, rests }: RunNeeds): RunningFeed {
  const status = new StatusBoard(provider === null ? 'demo' : 'provider', Date.now(), reported);
  const engine = new EngineThread(
    (event) => {
      if (event.kind === 'status') choice.noteStatus(event.status);
      relay(event, status);
      heard(event);
    },
    (why) => revival.ended(why),
  );
  const userData = app.getPath('userData');
  const choice = new FeedChoice({
    keys: new KeyStore(path.join(userData, 'key.json'), createSystemVault()),
    dataFolder: path.join(userData, 'data'),
    async start(options) {
      await engine.start(options);
      revival.runs();
      void keepSilence(engine, settings.read());
      started();
      broadcast('engine.started', null);
    },
    demoEnded: (why) => revival.ended(`The demo feed ended: ${why}`),
    base: () => settings.read().base,
    filters: () => settings.read().filters,
    proxy: () => settings.read().proxy,
    stakePlan: () => settings.read().stakePlan,
    sharedSources: () => sharedSources(settings.read().sportsbookGroups),
    retention: () => retentionLimits(settings.read()),
    keepBase: (base) => settings.change({ base }),
    changed(source, state) {
      status.source(source, Date.now());
      broadcast('key', state);
    },
  });
  const revival = new EngineRevival({
    say,
    start: () => choice.resume(),
    told(life, retryAtMs) {
      status.engine(life, Date.now(), retryAtMs);
      if (life === 'resting') rests();
    },
  });
  return {
    engine,
    choice,
    status,
    revival,
    begun: choice.start(provider).catch((error: unknown) => revival.ended(String(error))),
    async stop() {
      revival.stop();
      await engine.stop(FLUSH_TIMEOUT_MS);
      await choice.stop();
    },
  };
}
