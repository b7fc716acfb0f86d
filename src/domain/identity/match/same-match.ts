import type { MatchIdentity } from './match-identity.ts';
import { byFixture, groupBy } from './same-fixture.ts';
import { startGapMs, TWIN_REACH_MS, vagueness } from './start-evidence.ts';

/** Labels of one match. With a universal id it is the match of that id, whatever else bears it. */
export interface MatchGroup<Label> {
  readonly universalId: string | null;
  readonly labels: Label[];
}

/**
 * Parts the labels of one bucket into matches. The result depends on the set of labels alone, not on their order.
 * Labels with a universal id are grouped by it; the others join the nearest start that can be theirs, the surest
 * first, and stay apart where two are equally near.
 */
export function byMatch<Label extends MatchIdentity>(labels: readonly Label[]): MatchGroup<Label>[] {
  return byFixture(labels).flatMap(matchesOfFixture);
}

function matchesOfFixture<Label extends MatchIdentity>(labels: readonly Label[]): MatchGroup<Label>[] {
  const groups: MatchGroup<Label>[] = groupBy(
    labels.filter(({ universalId }) => universalId !== null),
    ({ universalId }) => universalId!,
  ).map((same) => ({ universalId: same[0]!.universalId, labels: same }));
  const unnamed = groupBy(
    labels.filter(({ universalId }) => universalId === null),
    ({ start }) => String(vagueness(start)),
  ).sort((a, b) => vagueness(a[0]!.start) - vagueness(b[0]!.start));
  for (const equallyVague of unnamed) {
    const targets = equallyVague.map((label) => nearestGroup(label, groups));
    equallyVague.forEach((label, at) => {
      const target = targets[at];
      if (target instanceof Object) target.labels.push(label);
    });
    const alone = equallyVague.filter((_, at) => targets[at] === 'tie');
    const free = equallyVague.filter((_, at) => targets[at] === 'none');
    const clusters = [...alone.map((label) => [label]), ...clustersOf(free)];
    groups.push(...clusters.map((cluster) => ({ universalId: null, labels: cluster })));
  }
  return groups;
}

/** The group whose start is nearest, `tie` where two are equally near, `none` where none is in reach. */
function nearestGroup<Label extends MatchIdentity>(
  { start }: Label,
  groups: readonly MatchGroup<Label>[],
): MatchGroup<Label> | 'tie' | 'none' {
  let nearest: MatchGroup<Label> | 'tie' | 'none' = 'none';
  let nearestMs = Number.POSITIVE_INFINITY;
  for (const group of groups) {
    const gapsMs = group.labels.map((label) => startGapMs(start, label.start));
    // An id vouches for labels whose starts differ; without one, every label of the group must be in reach.
    if (group.universalId === null && gapsMs.includes(Number.POSITIVE_INFINITY)) continue;
    const gapMs = Math.min(...gapsMs);
    if (gapMs === Number.POSITIVE_INFINITY) continue;
    if (gapMs === nearestMs) nearest = 'tie';
    if (gapMs < nearestMs) [nearest, nearestMs] = [group, gapMs];
  }
  return nearest;
}

/** Clusters of equally vague labels that no known match is near. */
function clustersOf<Label extends MatchIdentity>(labels: readonly Label[]): Label[][] {
  if (labels.length === 0) return [];
  switch (vagueness(labels[0]!.start)) {
    case 0:
      return clusterLine(labels, ({ start }) => start.exactMs!, TWIN_REACH_MS);
    case 1:
      return groupBy(labels, ({ start }) => start.date!).flatMap(clusterClock);
    case 2:
      return groupBy(labels, ({ start }) => start.date!);
    case 3:
      return labels.map((label) => [label]);
  }
}

/** Labels of one day by their hours, adjacent ones together. */
function clusterClock<Label extends MatchIdentity>(labels: readonly Label[]): Label[][] {
  // The clock is a circle, cut where nothing starts: 10 and 11 are neighbours wherever the day begins.
  const hours = new Set(labels.map(({ start }) => start.hour! % 12));
  const cut = FROM_ELEVEN.find((hour) => hours.has(hour) && !hours.has((hour + 11) % 12)) ?? 11;
  return clusterLine(labels, ({ start }) => (start.hour! - cut + 12) % 12, 1);
}

/** Hours (12 is 0) in the order in which a day's games begin. */
const FROM_ELEVEN = [11, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10];

/** Joins the nearest neighbours on a line again and again, as long as a cluster stays within `reach`. */
function clusterLine<Label extends MatchIdentity>(
  labels: readonly Label[],
  placeOf: (label: Label) => number,
  reach: number,
): Label[][] {
  const sorted = [...labels].sort((a, b) => placeOf(a) - placeOf(b) || compare(a.label, b.label));
  const clusters = sorted.map((label) => ({ from: placeOf(label), to: placeOf(label), labels: [label] }));
  for (;;) {
    let best = -1;
    let bestSpan = reach;
    for (let at = 0; at + 1 < clusters.length; at += 1) {
      const span = clusters[at + 1]!.to - clusters[at]!.from;
      if (span < bestSpan || (span === bestSpan && best === -1)) [best, bestSpan] = [at, span];
    }
    if (best === -1) return clusters.map((cluster) => cluster.labels);
    const [left, right] = clusters.splice(best, 2) as [(typeof clusters)[0], (typeof clusters)[0]];
    clusters.splice(best, 0, { from: left.from, to: right.to, labels: [...left.labels, ...right.labels] });
  }
}

function compare(left: string, right: string): number {
  return left < right ? -1 : left > right ? 1 : 0;
}
