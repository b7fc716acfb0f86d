/** Why the provider does not follow a game. */
export type GameComplaint = 'not-supported' | 'wrong-label';

/** What a complaint says about a game; `null` when it is about something else. Source: what is known of the feed. */
export function readGameComplaint(text: string): GameComplaint | null {
  if (/\bcode:? 1\b/i.test(text)) return 'wrong-label';
  return /\bnot supported\b/i.test(text) ? 'not-supported' : null;
}

/** Whether a complaint, or the reason of a close, says that the plan lacks something; "too many" is no such word. */
export function isAboutPlan(text: string): boolean {
  return !/too many/i.test(text) && /\b(plan|upgrade|subscription tier)\b/i.test(text);
}
