import type { CompiledRule } from './watching/compiled-rule.ts';

/** A price that an alert rests on. */
export interface EvidencePrice {
  readonly sportsbook: string;
  /** The sportsbook's own name for the outcome. */
  readonly outcome: string;
  /** The bet in words for people. */
  readonly wording: string;
  readonly line: number | null;
  /** American; `null` = not offered, or not known. */
  readonly before: number | null;
  readonly after: number | null;
  /** How long ago its sportsbook stated it, where that is known. Unit: ms. */
  readonly ageMs: number | null;
}

/** What to put on one leg. */
export interface LegStake {
  readonly sportsbook: string;
  readonly outcome: string;
  readonly american: number;
  /** Hundredths of the currency's unit. */
  readonly stakeHundredths: number;
  readonly currency: string;
}

/** What a rule found in a fold, before anybody asks whether it may be told. Numbers are the board's: read it at once. */
export interface Finding {
  readonly watcher: CompiledRule;
  /** What it is about, the same for the same thing at each start: a rule repeats itself by subject. */
  readonly subject: string;
  readonly game: number;
  /** The selection that set it off, `null` where it is about a game. */
  readonly selection: number | null;
  /** American prices; for the kind `line` lines, for the score difference points. */
  readonly from: number | null;
  readonly to: number | null;
  /** Why it fired, as half a sentence for people. */
  readonly reason: string;
  /** The prices that it rests on, in words: asked of those that are told. */
  readonly evidence: () => readonly EvidencePrice[];
  readonly stakes?: readonly LegStake[];
}
