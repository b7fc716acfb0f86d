import type { Chance } from '../../world/chance.ts';

const JUNK = ['\u0000', '}', '"', '[', '\\', 'x'];

/** Puts junk in three places of a frame. */
export function garbled(text: string, chance: Chance): string {
  const units = [...text];
  for (let times = 0; times < 3; times += 1) units[chance.whole(0, units.length - 1)] = chance.pick(JUNK);
  return units.join('');
}

/** Gives a sportsbook another name. */
export function withOtherBook(text: string, rename: { readonly from: string; readonly to: string }): string {
  return text.replaceAll(`"sportsbook": "${rename.from}"`, `"sportsbook": "${rename.to}"`);
}

/** Gives the first value of this field another type: a list becomes an object, the rest becomes a list. */
export function withOtherType(text: string, field: string): string {
  const at = text.indexOf(`"${field}": `);
  if (at < 0) return text;
  let done = false;
  return JSON.stringify(
    JSON.parse(text, (name, value: unknown) => {
      if (done || name !== field) return value;
      done = true;
      return Array.isArray(value) ? { values: value } : [value];
    }),
  );
}
