import { parseLine, parseOverUnder } from '../../catalogue/outcome-side.ts';

const HALVES: ReadonlyMap<string, string> = new Map([
  ['½', '.5'],
  ['¼', '.25'],
  ['¾', '.75'],
]);

/** A line that a text states, or none (`null`), or one that can't be read (`unreadable`). */
export type StatedLine = number | null | 'unreadable';

/**
 * Reads a line however it is written: as `parseLine`, with `½`, behind `O`/`U`, or a quarter line as its two halves
 * (`-0.5, -1`, which is -0.75).
 */
export function readLine(raw: string | number | null): StatedLine {
  if (raw === null) return null;
  if (typeof raw === 'number') return Number.isFinite(raw) ? raw + 0 : 'unreadable';
  const text = raw
    .slice(0, 40)
    .replace(/[\u2212\u2013]/g, '-')
    .replace(/[½¼¾]/g, (half) => HALVES.get(half) ?? half)
    .trim();
  if (text === '') return null;
  const halves = /^([+-]?[\d.]+) ?[,/&] ?([+-]?[\d.]+)$/.exec(text);
  if (halves) return quarterLine(halves[1]!, halves[2]!);
  const line = parseLine(text);
  if (!Number.isNaN(line)) return line + 0;
  return parseOverUnder(text)?.line ?? 'unreadable';
}

/** A line as it stands in a key: `-3.5`, `0`, `221.5`. */
export function lineText(line: number): string {
  // Adding 0 makes the level line of both sides the same.
  return String(Math.round(line * 100) / 100 + 0);
}

function quarterLine(first: string, second: string): StatedLine {
  const from = parseLine(first);
  const written = parseLine(second);
  // "-0.5/1" leaves the second sign out.
  const to = from < 0 && /^[\d.]/.test(second) ? -written : written;
  return Math.abs(from - to) === 0.5 ? (from + to) / 2 : 'unreadable';
}
