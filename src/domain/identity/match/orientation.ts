import { likeness } from '../../catalogue/closest-names.ts';
import { abbreviates, type TeamName } from '../names/team-name.ts';
import type { MatchIdentity } from './match-identity.ts';

/** The two sides of a match, as some label of it names them. */
export type Sides = Pick<MatchIdentity, 'home' | 'away'>;

/** How much better the flipped reading must fit before names that differ are read as flipped. */
const SURE = 0.2;

/**
 * Whether a label names the sides the other way round than the reference. Names that neither equal nor abbreviate
 * one another (labels joined by their id) are compared by likeness; in doubt they are not flipped.
 */
export function isFlippedAgainst(reference: Sides, label: Sides): boolean {
  if (reference.home.text === label.home.text || reference.away.text === label.away.text) return false;
  if (reference.home.text === label.away.text || reference.away.text === label.home.text) return true;
  const straight = alike(reference.home, label.home) + alike(reference.away, label.away);
  const flipped = alike(reference.home, label.away) + alike(reference.away, label.home);
  return flipped > straight + SURE;
}

function alike(left: TeamName, right: TeamName): number {
  if (left.text === right.text) return 1;
  if (abbreviates(left, right) || abbreviates(right, left)) return 1;
  return likeness(left.text, right.text);
}
