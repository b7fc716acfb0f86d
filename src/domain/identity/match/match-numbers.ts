import { Slots } from '../../board/columns.ts';
import type { MatchFacts, MatchIdentity } from './match-identity.ts';
import { isFlippedAgainst, type Sides } from './orientation.ts';

/** A match's dense number. */
export type MatchId = number;

/**
 * Labels that went from one match to another. `ended`: none is left behind, `from` was merged into `into`. With `from` and
 * `into` the same they stay, and the sides of their match are the other way round from now on.
 */
export interface Regrouping {
  readonly from: MatchId;
  readonly into: MatchId;
  readonly labels: readonly string[];
  readonly ended: boolean;
}

/** A label in its match; `sequence` grows with the order in which labels came. */
export interface Placed extends MatchIdentity {
  readonly facts: MatchFacts;
  readonly sequence: number;
  cluster: Cluster;
  isFlipped: boolean;
}

/** Labels that are one match now. */
export interface Cluster {
  readonly members: Set<Placed>;
  readonly universalId: string | null;
  /** `NO_MATCH` until it is numbered. */
  match: MatchId;
}

/** The number of what has none. */
export const NO_MATCH = -1;

/**
 * Numbers the matches: a number stays with the oldest label that had it, a match with several numbers keeps the
 * one of its oldest label, and with the number stays which side is home, as long as a label on it says so.
 */
export class MatchNumbers {
  readonly #clusters: (Cluster | undefined)[] = [];
  readonly #sides: (Sides | undefined)[] = [];
  readonly #slots = new Slots();

  /** The match of a number; none once it has ended. */
  at(match: MatchId): Cluster | undefined {
    return this.#clusters[match];
  }

  /** Whether a label, of this match or not, names its sides the other way round; in doubt it does not. */
  isFlipped(match: MatchId, label: Sides): boolean {
    const sides = this.#sides[match];
    return sides !== undefined && isFlippedAgainst(sides, label);
  }

  /** Makes the numbers of ended matches available again. */
  recycle(): void {
    this.#slots.recycle();
  }

  /** Ends a match with no label left. */
  end(cluster: Cluster): void {
    this.#giveBack(cluster.match);
    cluster.match = NO_MATCH;
  }

  /**
   * Numbers regrouped clusters anew. `touched` holds all that lost or got labels, the emptied ones too, still with
   * their old numbers; `before` the old numbers of the labels that may have moved. Answers who moved.
   */
  renumber(touched: ReadonlySet<Cluster>, before: Map<Placed, MatchId>): Regrouping[] {
    const placed = inOrder([...touched].flatMap(({ members }) => [...members]));
    for (const one of placed) if (!before.has(one)) before.set(one, one.cluster.match);
    const free = new Set([...touched].map(({ match }) => match).filter((match) => match !== NO_MATCH));
    for (const cluster of touched) cluster.match = NO_MATCH;
    for (const one of placed) {
      const match = before.get(one)!;
      if (one.cluster.match === NO_MATCH && free.delete(match)) this.#assign(one.cluster, match);
    }
    for (const one of placed) {
      if (one.cluster.match !== NO_MATCH) continue;
      const match = this.#slots.take();
      this.#sides[match] = { home: one.home, away: one.away };
      this.#assign(one.cluster, match);
    }
    for (const match of free) this.#giveBack(match);
    const turned = [...touched].filter((cluster) => this.#orient(cluster));
    return [
      ...regroupings(placed, before, free),
      ...turned.map(({ match, members }) => ({
        from: match,
        into: match,
        labels: inOrder(members).map(({ label }) => label),
        ended: false,
      })),
    ];
  }

  /** Says which labels of a match are flipped. Where all would be, its sides turn: answers whether they did. */
  #orient({ match, members }: Cluster): boolean {
    if (match === NO_MATCH || members.size === 0) return false;
    const sides = this.#sides[match]!;
    for (const one of members) one.isFlipped = isFlippedAgainst(sides, one);
    if ([...members].some(({ isFlipped }) => !isFlipped)) return false;
    const { home, away } = inOrder(members)[0]!;
    this.#sides[match] = { home, away };
    for (const one of members) one.isFlipped = isFlippedAgainst({ home, away }, one);
    return true;
  }

  #assign(cluster: Cluster, match: MatchId): void {
    cluster.match = match;
    this.#clusters[match] = cluster;
  }

  #giveBack(match: MatchId): void {
    this.#clusters[match] = undefined;
    this.#sides[match] = undefined;
    this.#slots.giveBack(match);
  }
}

/** Labels in the order in which they came. */
export function inOrder(placed: Iterable<Placed>): Placed[] {
  return [...placed].sort((left, right) => left.sequence - right.sequence);
}

function regroupings(
  placed: readonly Placed[],
  before: ReadonlyMap<Placed, MatchId>,
  ended: ReadonlySet<MatchId>,
): Regrouping[] {
  const byFrom = new Map<MatchId, Map<MatchId, string[]>>();
  for (const one of placed) {
    const from = before.get(one)!;
    const into = one.cluster.match;
    if (from === NO_MATCH || from === into) continue;
    const targets = byFrom.get(from) ?? new Map<MatchId, string[]>();
    byFrom.set(from, targets.set(into, [...(targets.get(into) ?? []), one.label]));
  }
  return [...byFrom].flatMap(([from, targets]) =>
    [...targets].map(([into, labels]) => ({
      from,
      into,
      labels,
      ended: ended.has(from) && targets.size === 1,
    })),
  );
}
