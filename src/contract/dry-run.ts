import type { AlertDraft } from './alerts.ts';

/** An alert as it would have been told. */
export interface WouldBeAlert extends AlertDraft {
  /** Unix ms. */
  readonly atMs: number;
}

/** What a rule would have told over the recorded history of the last day. */
export interface RuleDryRun {
  readonly rule: string;
  /** How often it would have fired. */
  readonly count: number;
  /**
   * How many alerts it may have been more or fewer: they hinge on whether a sportsbook stated a price again that stood
   * still, which is not recorded. 0 for a rule that asks for no fresh price.
   */
  readonly unsure: number;
  /** The first few of them, the oldest first. */
  readonly first: readonly WouldBeAlert[];
  /** When the last of them would have been, Unix ms; `null` = never. */
  readonly lastAtMs: number | null;
}

/** What came of a look at the recorded history. Times are Unix ms. */
export interface DryRunReport {
  readonly rules: readonly RuleDryRun[];
  /** The span that was looked through: a day, or since the recording began. */
  readonly fromMs: number;
  readonly toMs: number;
  /** Whether the recording is shorter than a day. */
  readonly isShort: boolean;
  /** Recorded changes and plays in that span that were looked at. */
  readonly changes: number;
  readonly plays: number;
}

/** How far a look at the history has come: 0 to 1. */
export interface DryRunProgress {
  readonly done: number;
}

/** Why there is no report. */
export type DryRunFailure = 'no-history' | 'cancelled' | 'failed';
