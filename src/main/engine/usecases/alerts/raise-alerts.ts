import type { AlertDraft, AlertEntry, AlertNews, Silence, SilenceReason } from '#contract/alerts.ts';
import { activeHours } from '#domain/alert/rule/active-hours.ts';
import type { Rule } from '#domain/alert/rule/rule.ts';
import type { AlertStore } from '../../ports/alert-store.ts';
import type { Clock } from '../../ports/clock.ts';
import { RepeatGate } from './repeat-gate.ts';

/** Notifications a minute; more are one summary, and stand in the log. */
export const MOST_A_MINUTE = 5;
const MINUTE_MS = 60_000;
/** Subjects read from the log at a start. */
const MOST_TOLD = 100_000;

/** What a rule has to say. */
export interface Raised {
  readonly rule: Rule;
  /** What it is about, see `Finding`. */
  readonly subject: string;
  /** Puts it into words, if it may be told; asked at once. */
  readonly draft: () => AlertDraft;
}

interface RaiseNeeds {
  readonly clock: Clock;
  readonly store: AlertStore;
  /** Hears the log; whoever shows what is open there says so with `delivered`. */
  readonly told: (news: AlertNews) => void;
  /** A sentence for the log of the program. */
  readonly notice: (text: string) => void;
}

/**
 * Takes alerts into the log, and only then tells them: an alert is on disk before anybody shows it. What is held back
 * (quiet hours, a pause, a snoozed rule, more than five a minute) stands in the log with the reason.
 */
export class AlertDesk {
  readonly #needs: RaiseNeeds;
  readonly #gate = new RepeatGate();
  #silence: Silence;
  #isQuiet: (atMs: number) => boolean = () => false;
  #shownAtMs: number[] = [];
  #heldBack = 0;
  #cancelSummary: (() => void) | undefined;
  /** Alerts since the start, those held back too. */
  count = 0;

  constructor(needs: RaiseNeeds) {
    this.#needs = needs;
    this.#silence = needs.store.silence();
    this.#heedSilence(this.#silence);
  }

  /** The rules changed: what each has told counts only as far as it still stands. Answers it by rule. */
  begin(): (rule: string) => readonly string[] {
    const told = this.#needs.store.told(MOST_TOLD);
    this.#gate.begin(told);
    const subjects = Map.groupBy(told, ({ rule }) => rule);
    return (rule) => (subjects.get(rule) ?? []).map(({ subject }) => subject);
  }

  /** Tells what an earlier run could not, once. */
  tellLate(): void {
    const late = this.#needs.store.takeLate();
    if (late.length > 0) this.#tell(late);
  }

  raise(raised: readonly Raised[]): void {
    const now = this.#needs.clock.moment();
    const passed = raised.filter(({ rule, subject }) => this.#gate.pass(rule, subject, now));
    if (passed.length === 0) return;
    this.#take(passed.map(({ rule, draft }) => ({ draft: draft(), silence: this.#silenceOf(rule.name) })));
  }

  /** A summary that no rule asked for. */
  summarise(draft: AlertDraft): void {
    this.#take([{ draft, silence: this.#silenceOf('') }]);
  }

  /** Whoever shows alerts has shown this one, or could not. */
  delivered(alertId: number, how: 'shown' | 'failed'): void {
    this.#saving(() => this.#needs.store.delivered(alertId, how));
  }

  get silence(): Silence {
    return this.#silence;
  }

  /** Holds notifications back, or no longer. Throws where it can't be kept. */
  changeSilence(silence: Silence): void {
    this.#needs.store.keepSilence(silence);
    this.#heedSilence(silence);
  }

  stop(): void {
    this.#cancelSummary?.();
    this.#cancelSummary = undefined;
  }

  #heedSilence(silence: Silence): void {
    this.#silence = silence;
    this.#isQuiet = silence.quietHours === null ? () => false : activeHours(silence.quietHours);
  }

  #take(alerts: readonly { readonly draft: AlertDraft; readonly silence: SilenceReason | null }[]): void {
    const at = this.#needs.clock.moment();
    this.count += alerts.length;
    const entries = this.#saving(() => this.#needs.store.add(alerts.map((alert) => ({ ...alert, at }))));
    if (entries !== undefined) return this.#tell(entries);
    // what can't be kept is told all the same: better an alert without a log than none
    const lost: AlertEntry[] = alerts.map(({ draft, silence }, at_) => ({
      ...draft,
      silence,
      alertId: -1 - at_,
      atMs: at.wallMs,
      delivery: silence === null ? 'open' : 'silent',
      isLate: false,
      isRead: false,
    }));
    this.#needs.told({ added: lost, unread: lost.length });
  }

  #tell(added: readonly AlertEntry[]): void {
    this.#needs.told({ added, unread: this.#needs.store.unread() });
  }

  /** Why an alert is held back now; one that is not counts as shown. */
  #silenceOf(rule: string): SilenceReason | null {
    const chosen = this.#chosenSilence(rule);
    if (chosen !== null) return chosen;
    const { uptimeMs } = this.#needs.clock.moment();
    this.#shownAtMs = this.#shownAtMs.filter((atMs) => uptimeMs - atMs < MINUTE_MS);
    if (this.#shownAtMs.length < MOST_A_MINUTE) {
      this.#shownAtMs.push(uptimeMs);
      return null;
    }
    this.#heldBack += 1;
    this.#cancelSummary ??= this.#needs.clock.after(this.#shownAtMs[0]! + MINUTE_MS - uptimeMs, () => {
      this.#cancelSummary = undefined;
      this.#summariseHeldBack();
    });
    return 'too-many';
  }

  /** The one notification beyond those of a minute: that there are many of them does not hold it back. */
  #summariseHeldBack(): void {
    const draft = heldBackDraft(this.#heldBack);
    this.#heldBack = 0;
    const silence = this.#chosenSilence('');
    if (silence === null) this.#shownAtMs.push(this.#needs.clock.moment().uptimeMs);
    this.#take([{ draft, silence }]);
  }

  /** Why the user does not want to be told now. */
  #chosenSilence(rule: string): SilenceReason | null {
    const { wallMs } = this.#needs.clock.moment();
    const { pausedUntilMs, snoozedUntilMs } = this.#silence;
    if (pausedUntilMs !== null && wallMs < pausedUntilMs) return 'paused';
    if (this.#isQuiet(wallMs)) return 'quiet-hours';
    return wallMs < (snoozedUntilMs[rule] ?? 0) ? 'snoozed' : null;
  }

  #saving<T>(save: () => T): T | undefined {
    try {
      return save();
    } catch (error) {
      this.#needs.notice(
        `The alert log can't be written: ${error instanceof Error ? error.message : String(error)}`,
      );
      return undefined;
    }
  }
}

/** A summary without a game. */
export function summaryDraft(kind: 'held-back' | 'away', reason: string): AlertDraft {
  return {
    rule: '',
    kind,
    subject: kind,
    sport: '',
    game: '',
    sportsbook: '',
    outcome: '',
    wording: '',
    market: '',
    line: '',
    from: null,
    to: null,
    reason,
    importance: 'normal',
    hasSound: false,
    link: null,
    evidence: [],
    stakes: [],
  };
}

function heldBackDraft(many: number): AlertDraft {
  return summaryDraft(
    'held-back',
    `${many} more ${many === 1 ? 'alert' : 'alerts'} within a minute: see the log`,
  );
}
