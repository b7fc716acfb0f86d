import type { EvidencePrice, LegStake } from '#domain/alert/finding.ts';
import type { ActiveHours, Importance, RuleKind } from '#domain/alert/rule/rule.ts';

/** Why an alert is in the log and nowhere else. */
export type SilenceReason = 'quiet-hours' | 'paused' | 'snoozed' | 'too-many';

/** How far an alert has come: `open` until whoever shows it says so. */
export type AlertDelivery = 'open' | 'shown' | 'failed' | 'silent';

/** What an alert says. Texts of the game and the outcome are the provider's own, empty where it is about none. */
export interface AlertDraft {
  /** The rule's name; empty for a summary. */
  readonly rule: string;
  /** `held-back`: so many more in a minute; `away`: what moved while nothing was connected. */
  readonly kind: RuleKind | 'held-back' | 'away';
  /** What it is about, the same at each start: a rule repeats itself by subject. */
  readonly subject: string;
  readonly sport: string;
  readonly game: string;
  readonly sportsbook: string;
  readonly outcome: string;
  /** The bet in words for people; empty where it is about none. */
  readonly wording: string;
  readonly market: string;
  readonly line: string;
  /** Before and now: American prices; lines for the kind `line`; points for scores. */
  readonly from: number | null;
  readonly to: number | null;
  /** Why it fired, for people. */
  readonly reason: string;
  readonly importance: Importance;
  readonly hasSound: boolean;
  /** To the bet slip, as the provider states it: untrusted; `null` without one. */
  readonly link: string | null;
  readonly evidence: readonly EvidencePrice[];
  readonly stakes: readonly LegStake[];
}

/** An alert in the log. */
export interface AlertEntry extends AlertDraft {
  /** Rises with each alert. */
  readonly alertId: number;
  /** Unix ms. */
  readonly atMs: number;
  /** `null` = to be shown. */
  readonly silence: SilenceReason | null;
  readonly delivery: AlertDelivery;
  /** It is shown after a restart, because it could not be before. */
  readonly isLate: boolean;
  readonly isRead: boolean;
}

/** News of the log: entries that are new (or told late), and how many are unread. */
export interface AlertNews {
  readonly added: readonly AlertEntry[];
  readonly unread: number;
}

/** When notifications are held back; the log takes everything all the same. */
export interface Silence {
  readonly quietHours: ActiveHours | null;
  /** Unix ms, `null` = not paused. */
  readonly pausedUntilMs: number | null;
  /** Snoozed rules by name, until when. Unix ms. */
  readonly snoozedUntilMs: Readonly<Record<string, number>>;
}

/** What of the log is asked for; a part that is left out lets everything through. */
export interface AlertQuery {
  /** In any of game, outcome, rule, sportsbook or reason; case does not matter. */
  readonly text?: string;
  readonly rule?: string;
  readonly kind?: AlertDraft['kind'];
  readonly isUnread?: boolean;
  /** Whether they were held back. */
  readonly isSilent?: boolean;
  /** Unix ms: from then on, and before then. */
  readonly fromMs?: number;
  readonly untilMs?: number;
  /** Only older ones than this: for the next page. */
  readonly beforeId?: number;
  /** At most so many, the newest first. */
  readonly limit: number;
}

/** Most entries of one page. */
export const MOST_ALERTS_READ = 500;

/** A page of the log, the newest first. */
export interface AlertPage {
  readonly entries: readonly AlertEntry[];
  readonly hasMore: boolean;
  readonly unread: number;
}
