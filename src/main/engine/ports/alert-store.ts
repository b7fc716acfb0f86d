import type {
  AlertDelivery,
  AlertDraft,
  AlertEntry,
  AlertPage,
  AlertQuery,
  Silence,
  SilenceReason,
} from '#contract/alerts.ts';
import type { Rule } from '#domain/alert/rule/rule.ts';
import type { Moment } from '#domain/quota/moment.ts';

/** An alert on its way into the log. */
export interface NewAlert {
  readonly draft: AlertDraft;
  readonly at: Moment;
  readonly silence: SilenceReason | null;
}

/** When a rule told of a subject last, since it stands as it stands. */
export interface ToldBefore {
  readonly rule: string;
  readonly subject: string;
  readonly at: Moment;
}

/**
 * Rules and the log of alerts on disk. What a call has taken is durable when it returns. Throws, in words,
 * where it can't be kept.
 */
export interface AlertStore {
  /** The rules in their order. */
  rules(): readonly Rule[];
  /** Replaces them. A rule that stays as it was keeps what it has told; with `areSame` all of them do, whatever they say now. */
  keepRules(rules: readonly Rule[], areSame?: boolean): void;
  /** What each rule has told, the newest of each subject; at most so many. */
  told(most: number): ToldBefore[];
  silence(): Silence;
  keepSilence(silence: Silence): void;
  /** Takes all of them into the log, or none. Those without a silence are open until `delivered`. */
  add(alerts: readonly NewAlert[]): AlertEntry[];
  /** Open ones, the oldest first; from now on they are late. */
  takeLate(): AlertEntry[];
  delivered(alertId: number, how: Exclude<AlertDelivery, 'open' | 'silent'>): void;
  unread(): number;
  /** When each rule fired last, since it stands as it stands, by its name. Unix ms. */
  lastFired(): ReadonlyMap<string, number>;
  read(query: AlertQuery): AlertPage;
  /** The whole log, the oldest first. */
  all(): Iterable<AlertEntry>;
  /** `null` = all. */
  markRead(alertIds: readonly number[] | null): void;
}
