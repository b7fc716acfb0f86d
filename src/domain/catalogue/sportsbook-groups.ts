/** Sportsbooks that the user put together, e.g. the sharp ones. */
export interface SportsbookGroup {
  /** Unlike that of every other group. */
  readonly name: string;
  /** By the provider's ids; in no other group. */
  readonly sportsbooks: readonly string[];
  /** Whether they take their prices from one source: steam counts them once. */
  readonly isOneSource: boolean;
}

/** Groups as they have to be, of groups as a hand may have written them: what is there twice counts where it is first. */
export function soundGroups(groups: readonly SportsbookGroup[]): readonly SportsbookGroup[] {
  const groupOf = new Map<string, SportsbookGroup>();
  const byName = new Map<string, SportsbookGroup>();
  for (const group of groups) {
    if (byName.has(group.name)) continue;
    byName.set(group.name, group);
    for (const each of group.sportsbooks) if (!groupOf.has(each)) groupOf.set(each, group);
  }
  return [...byName.values()].map((group) => ({
    ...group,
    sportsbooks: [...new Set(group.sportsbooks)].filter((each) => groupOf.get(each) === group),
  }));
}

/** The group of a sportsbook by its id, `undefined` = none. */
export function groupFinder(
  groups: readonly SportsbookGroup[],
): (sportsbook: string) => SportsbookGroup | undefined {
  const groupOf = new Map(
    groups.flatMap((group) => group.sportsbooks.map((sportsbook) => [sportsbook, group] as const)),
  );
  return (sportsbook) => groupOf.get(sportsbook);
}

/**
 * What stands together, by the ids of sportsbooks: each group where the first of it stood, each other id alone. Their
 * order is kept otherwise; `flat()` gives all ids as they stand then.
 */
export function standTogether(ids: readonly string[], groups: readonly SportsbookGroup[]): string[][] {
  const groupOf = groupFinder(groups);
  return [...Map.groupBy(ids, (id) => groupOf(id) ?? id).values()];
}

/** Puts an id where another one stands; past the edge of its group the whole group goes, and a group is gone around. */
export function moveTogether(
  ids: readonly string[],
  id: string,
  to: string,
  groups: readonly SportsbookGroup[],
): string[] {
  const blocks = standTogether(ids, groups);
  const from = blocks.findIndex((block) => block.includes(id));
  const until = blocks.findIndex((block) => block.includes(to));
  if (from < 0 || until < 0) return blocks.flat();
  const block = blocks[from]!;
  if (from !== until) return moved(blocks, from, until).flat();
  return blocks.with(from, moved(block, block.indexOf(id), block.indexOf(to))).flat();
}

/** Those that steam counts once, as a steam rule has its own `groups`. */
export function sharedSources(groups: readonly SportsbookGroup[]): readonly (readonly string[])[] {
  return groups
    .filter(({ isOneSource, sportsbooks }) => isOneSource && sportsbooks.length > 1)
    .map(({ sportsbooks }) => sportsbooks);
}

function moved<T>(items: readonly T[], from: number, to: number): T[] {
  return items.toSpliced(from, 1).toSpliced(to, 0, items[from]!);
}
