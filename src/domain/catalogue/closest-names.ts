/** Fewest shared pairs of letters, as a fraction, that make two names look alike. */
const ALIKE = 0.35;

/** How alike two names are: shared pairs of letters (Dice), case and accents aside. Unit: fraction 0..1. */
export function likeness(left: string, right: string): number {
  const [a, b] = [pairsOf(left), pairsOf(right)];
  const total = a.length + b.length;
  if (total === 0) return plain(left) === plain(right) ? 1 : 0;
  const counts = new Map<string, number>();
  for (const pair of a) counts.set(pair, (counts.get(pair) ?? 0) + 1);
  let shared = 0;
  for (const pair of b) {
    const left = counts.get(pair) ?? 0;
    if (left === 0) continue;
    counts.set(pair, left - 1);
    shared += 1;
  }
  return (2 * shared) / total;
}

/** The names that look most like one that does not exist, the likest first; none when nothing looks like it. */
export function closestNames(name: string, existing: readonly string[], most = 3): string[] {
  return existing
    .map((candidate) => ({ candidate, score: likeness(name, candidate) }))
    .filter(({ score }) => score >= ALIKE)
    .sort((left, right) => right.score - left.score || left.candidate.localeCompare(right.candidate))
    .slice(0, most)
    .map(({ candidate }) => candidate);
}

function plain(text: string): string {
  return text
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '');
}

function pairsOf(text: string): string[] {
  const letters = [...plain(text)];
  return letters.slice(1).map((letter, at) => `${letters[at]}${letter}`);
}
