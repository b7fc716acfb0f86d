import type { NotificationHealth } from '#contract/notifications.ts';

/** Something to tell the user wherever they are. */
export interface Notice {
  /** A later one with the same id takes its place. */
  readonly id: string;
  readonly title: string;
  readonly body: string;
  readonly urgency: 'low' | 'normal' | 'critical';
  /** Shown without the system's sound. */
  readonly isSilent: boolean;
  /** Buttons, where the system has them. */
  readonly actions: readonly { readonly name: string; readonly label: string }[];
  /** The notice itself was clicked. */
  opened(): void;
  action(name: string): void;
}

/** What came of a notice. `why`: a sentence for people. */
export type Showing = { readonly ok: true } | { readonly ok: false; readonly why: string };

/** What the system says about one notice. */
export interface NoticeEvents {
  shown(): void;
  failed(why: string): void;
  clicked(): void;
  action(index: number): void;
  closed(): void;
}

/** The system's notifications. */
export interface NotificationSystem {
  isSupported(): boolean;
  /** Asks for a notice to be shown; answers the function that takes it back. */
  show(notice: Notice, events: NoticeEvents): () => void;
}

/** A system that neither shows nor refuses within this is silent. */
const ANSWER_TIMEOUT_MS = 8_000;
/** Notices whose clicks are still heard; the oldest is let go first. */
const MAX_HEARD = 100;

/** Shows notices, and knows whether the system really does: a silent one is found, never trusted. */
export class Notifier {
  readonly #system: NotificationSystem;
  readonly #changed: (health: NotificationHealth) => void;
  readonly #takeBack = new Map<string, () => void>();
  #health: NotificationHealth = { state: 'untried', detail: '' };

  /** `changed` hears each new health. */
  constructor(system: NotificationSystem, changed: (health: NotificationHealth) => void) {
    this.#system = system;
    this.#changed = changed;
  }

  get health(): NotificationHealth {
    return this.#health;
  }

  /** Resolves when the system has shown the notice, refused it, or kept silent for 8 s. */
  async show(notice: Notice): Promise<Showing> {
    if (!this.#system.isSupported()) return this.#fail('unsupported', UNSUPPORTED);
    this.close(notice.id);
    const answer = Promise.withResolvers<Showing>();
    const silence = setTimeout(() => answer.resolve(this.#fail('silent', SILENT)), ANSWER_TIMEOUT_MS);
    try {
      const takeBack = this.#system.show(notice, {
        shown: () => answer.resolve(this.#work()),
        failed: (why) => answer.resolve(this.#fail('failed', `${REFUSED} (${why})`)),
        clicked: () => notice.opened(),
        action(index) {
          const chosen = notice.actions[index];
          if (chosen !== undefined) notice.action(chosen.name);
        },
        closed: () => {
          // the system may say so only when another has taken its place
          if (this.#takeBack.get(notice.id) === takeBack) this.#takeBack.delete(notice.id);
        },
      });
      this.#hear(notice.id, takeBack);
      return await answer.promise;
    } catch (error) {
      return this.#fail('failed', `${REFUSED} (${error instanceof Error ? error.message : String(error)})`);
    } finally {
      clearTimeout(silence);
    }
  }

  /** Takes a notice back, if it is still there. */
  close(id: string): void {
    this.#takeBack.get(id)?.();
    this.#takeBack.delete(id);
  }

  #hear(id: string, takeBack: () => void): void {
    this.#takeBack.set(id, takeBack);
    for (const oldest of this.#takeBack.keys()) {
      if (this.#takeBack.size <= MAX_HEARD) break;
      this.#takeBack.delete(oldest);
    }
  }

  #work(): Showing {
    this.#become({ state: 'working', detail: '' });
    return { ok: true };
  }

  #fail(state: NotificationHealth['state'], why: string): Showing {
    this.#become({ state, detail: why });
    return { ok: false, why };
  }

  #become(health: NotificationHealth): void {
    const isNew = health.state !== this.#health.state || health.detail !== this.#health.detail;
    this.#health = health;
    if (isNew) this.#changed(health);
  }
}

const UNSUPPORTED = 'This desktop has no service that shows notifications.';
const SILENT = 'The last notification was neither shown nor refused within 8 s.';
const REFUSED = 'The system did not show the last notification.';
