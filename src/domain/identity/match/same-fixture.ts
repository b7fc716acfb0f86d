import { abbreviates, type TeamName } from '../names/team-name.ts';
import type { MatchIdentity } from './match-identity.ts';

/**
 * Parts labels whose names are alike into fixtures: the same two competitors, in either order, in the same sport.
 * A name with initials counts as the only full name that it fits; a label without a sport as the only sport there.
 * What fits twice stays by itself. The order of the labels doesn't matter.
 */
export function byFixture<Label extends MatchIdentity>(labels: readonly Label[]): Label[][] {
  if (labels.length === 1) return [[...labels]];
  const fullName = fullNames(labels.flatMap(({ home, away }) => [home, away]));
  const pairOf = ({ home, away }: MatchIdentity) => [fullName(home), fullName(away)].sort().join(' / ');
  return groupBy(labels, pairOf).flatMap(bySport);
}

function bySport<Label extends MatchIdentity>(labels: readonly Label[]): Label[][] {
  const sports = new Set(labels.map(({ sport }) => sport).filter((sport) => sport !== ''));
  const only = sports.size === 1 ? [...sports][0]! : '';
  return groupBy(labels, ({ sport }) => (sport === '' ? only : sport));
}

function fullNames(names: readonly TeamName[]): (name: TeamName) => string {
  const distinct = new Map(names.map((name) => [name.text, name]));
  const fullOf = new Map<string, string>();
  for (const short of distinct.values()) {
    if (short.initials === '') continue;
    const fitting = [...distinct.values()].filter((full) => abbreviates(short, full));
    if (fitting.length === 1) fullOf.set(short.text, fitting[0]!.text);
  }
  return ({ text }) => fullOf.get(text) ?? text;
}

/** The items by a key, in the order in which the keys come first. */
export function groupBy<Item>(items: readonly Item[], keyOf: (item: Item) => string): Item[][] {
  const groups = new Map<string, Item[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [item]);
    else group.push(item);
  }
  return [...groups.values()];
}
