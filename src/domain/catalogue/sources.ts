/** Sportsbooks that are known to take their prices from one source. */
const KNOWN: readonly (readonly string[])[] = [
  ['betrivers', 'unibet', 'betparx', 'ballybet'],
  ['betonline', 'lowvig', 'sportsbetting'],
  ['bovada', 'bodog'],
];

/** Which sportsbooks take their prices from one source: those that are known to, and those that the user says do. */
export class Sources {
  readonly #sourceOf = new Map<string, string>();

  /** `groups`: of the user. Groups that have a sportsbook in common are one source. */
  constructor(groups: readonly (readonly string[])[]) {
    const sources = new Map<string, ReadonlySet<string>>();
    for (const group of [...KNOWN, ...groups]) {
      const source = new Set(group.flatMap((each) => [...(sources.get(each) ?? [each])]));
      for (const sportsbook of source) sources.set(sportsbook, source);
    }
    for (const [sportsbook, source] of sources) this.#sourceOf.set(sportsbook, [...source].join('+'));
  }

  /** The source of a sportsbook, equal for those that share one. */
  of(sportsbook: string): string {
    return this.#sourceOf.get(sportsbook) ?? sportsbook;
  }
}
