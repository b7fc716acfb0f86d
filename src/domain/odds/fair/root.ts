/** Where a function that rises passes 0 between two places, by halving. */
export function root(low: number, high: number, rising: (at: number) => number): number {
  let [from, to] = [low, high];
  for (let step = 0; step < 60; step += 1) {
    const middle = (from + to) / 2;
    if (rising(middle) < 0) from = middle;
    else to = middle;
  }
  return (from + to) / 2;
}
