const number = new Intl.NumberFormat();
const plural = new Intl.PluralRules('en');

/** `1 game`, `1,204 games`: the number in the user's format, the word in its right form. */
export function counted(count: number, one: string, other: string): string {
  return `${number.format(count)} ${plural.select(count) === 'one' ? one : other}`;
}

/** A whole number in the user's format. */
export function figure(count: number): string {
  return number.format(count);
}
