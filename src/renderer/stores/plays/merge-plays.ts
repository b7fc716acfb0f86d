import type { PlayView } from '#contract/plays.ts';

/**
 * Both lists as one in the order of their sequence, each play once. `known` has to be so already; the very same list
 * comes back when nothing is new.
 */
export function mergePlays(known: readonly PlayView[], more: readonly PlayView[]): readonly PlayView[] {
  let newest = known.at(-1)?.sequence ?? Number.NEGATIVE_INFINITY;
  const held = new Set<number>();
  if (more.some(({ sequence }) => sequence <= newest)) for (const { sequence } of known) held.add(sequence);
  const fresh: PlayView[] = [];
  let isInOrder = true;
  for (const play of more) {
    if (held.has(play.sequence)) continue;
    held.add(play.sequence);
    isInOrder &&= play.sequence > newest;
    newest = Math.max(newest, play.sequence);
    fresh.push(play);
  }
  if (fresh.length === 0) return known;
  const merged = [...known, ...fresh];
  return isInOrder ? merged : merged.sort((left, right) => left.sequence - right.sequence);
}
