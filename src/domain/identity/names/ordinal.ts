/** `2` as `2nd`. */
export function ordinal(count: number): string {
  const [ones, tens] = [count % 10, Math.floor(count / 10) % 10];
  const ending = tens === 1 ? 'th' : ones === 1 ? 'st' : ones === 2 ? 'nd' : ones === 3 ? 'rd' : 'th';
  return `${count}${ending}`;
}
