import type { UpdateState, UpdateStep } from '#contract/updates.ts';

/** Where updates come from. Rejects with an Error when it fails. */
export interface UpdateSource {
  /** The newer version, or `null`. */
  check(): Promise<string | null>;
  download(progress: (percent: number) => void): Promise<void>;
  /** Quits, puts the update in place and starts again. */
  install(): void;
}

const CURRENT: UpdateState = { kind: 'current', version: '', detail: '', percent: 0 };

/** Updates that the user sees and may decline: nothing is downloaded or put in place unasked. */
export class Updates {
  readonly #source: UpdateSource | null;
  readonly #changed: (state: UpdateState) => void;
  #state: UpdateState;
  /** The version that the user does not want in this run. */
  #declined = '';

  /** `source`: `null` = this build is not updated. */
  constructor(source: UpdateSource | null, changed: (state: UpdateState) => void) {
    this.#source = source;
    this.#changed = changed;
    this.#state = { ...CURRENT, kind: source === null ? 'off' : 'current' };
  }

  get state(): UpdateState {
    return this.#state;
  }

  /** Does what the user wants, where it can be done now. */
  async step(step: UpdateStep): Promise<UpdateState> {
    const source = this.#source;
    const { kind, version } = this.#state;
    if (source === null) return this.#state;
    try {
      if (step === 'check' && (kind === 'current' || kind === 'failed')) {
        const newer = await source.check();
        const isWanted = newer !== null && newer !== this.#declined;
        this.#become(isWanted ? { ...CURRENT, kind: 'available', version: newer } : CURRENT);
      } else if (step === 'download' && kind === 'available') {
        const load = { ...CURRENT, kind: 'downloading', version } as const;
        this.#become(load);
        await source.download((percent) => this.#become({ ...load, percent: Math.floor(percent) }));
        this.#become({ ...load, kind: 'ready', percent: 100 });
      } else if (step === 'install' && kind === 'ready') source.install();
      else if (step === 'decline' && kind !== 'downloading') {
        this.#declined = version;
        this.#become(CURRENT);
      }
    } catch (error) {
      this.#become({
        ...CURRENT,
        kind: 'failed',
        version,
        detail: error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error),
      });
    }
    return this.#state;
  }

  #become(state: UpdateState): void {
    const { kind, version, percent } = this.#state;
    this.#state = state;
    if (state.kind !== kind || state.version !== version || state.percent !== percent) this.#changed(state);
  }
}
