import { likeness } from '../catalogue/closest-names.ts';
import { parseGameLabel } from '../identity/match/game-label.ts';

/** Leagues whose games the play-by-play feed knows by labels of its own. */
const ESPORTS =
  /^(cs ?2|cs:? ?go|counter.?strike.*|lol|league of legends|dota ?2?|valorant|overwatch.*|rocket league|call of duty|cod|rainbow six.*|r6.*|starcraft.*|e-?sports.*)$/i;

/** How alike two labels of one game have to be; the own labels write teams in other ways, e.g. in one word. */
const ALIKE = 0.85;

/** Whether a league is one of esports. */
export function isEsports(sport: string): boolean {
  return ESPORTS.test(sport.trim());
}

/**
 * The label by which the play-by-play feed knows an esports game, out of those that it has: the same label, else the
 * one on the same date whose teams are written most alike, in either order. `null` where none or two come into question.
 */
export function playLabelOf(label: string, playLabels: readonly string[]): string | null {
  if (playLabels.includes(label)) return label;
  const asked = parseGameLabel(label);
  if (asked === null) return null;
  const scored = playLabels
    .flatMap((candidate) => {
      const other = parseGameLabel(candidate);
      if (other === null || other.date !== asked.date) return [];
      const straight = Math.min(likeness(asked.home, other.home), likeness(asked.away, other.away));
      const flipped = Math.min(likeness(asked.home, other.away), likeness(asked.away, other.home));
      return [{ candidate, score: Math.max(straight, flipped) }];
    })
    .filter(({ score }) => score >= ALIKE)
    .sort((left, right) => right.score - left.score);
  const [first, second] = scored;
  return first === undefined || first.score === second?.score ? null : first.candidate;
}
