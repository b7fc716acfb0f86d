import type { Bridge } from '#contract/bridge.ts';
import { DEFAULT_SETTINGS, type Settings } from '#contract/settings.ts';
import { type Observable, observable } from './observable.ts';

/** What the user chose. */
export interface SettingsStore {
  readonly settings: Observable<Settings>;
  /** Why the last change was not kept, as a sentence; `null` when it was. */
  readonly failure: Observable<string | null>;
  /** Takes effect at once and is kept; what can't be kept still holds until the end of this run. */
  change(part: Partial<Settings>): void;
  stop(): void;
}

/** Reads the settings, then follows what this and other windows change. */
export async function openSettings(bridge: Bridge): Promise<SettingsStore> {
  const settings = observable<Settings>(DEFAULT_SETTINGS);
  const failure = observable<string | null>(null);
  let changes = 0;

  const unlisten = bridge.listen('settings', settings.write);
  const first = await bridge.request('settings.read', null);
  if (first.ok) settings.write(first.value);
  else failure.write(first.message);

  return {
    settings,
    failure,
    change(part) {
      changes += 1;
      const change = changes;
      settings.write({ ...settings.read(), ...part });
      void bridge.request('settings.change', part).then((reply) => {
        // An answer that a newer change has overtaken would take that change back on the screen.
        if (change !== changes) return;
        if (reply.ok) settings.write(reply.value);
        failure.write(reply.ok ? null : reply.message);
      });
    },
    stop: unlisten,
  };
}
