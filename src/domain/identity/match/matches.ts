import { completed, identify, isContained, type MatchFacts, type MatchIdentity } from './match-identity.ts';
import {
  type Cluster,
  inOrder,
  type MatchId,
  MatchNumbers,
  NO_MATCH,
  type Placed,
  type Regrouping,
} from './match-numbers.ts';
import { byMatch } from './same-match.ts';

/** All there is to know of a label is what it says itself. */
const NO_FACTS: MatchFacts = { sport: null, home: null, away: null, startsAtMs: null, universalId: null };

/**
 * Which labels are the same match. Universal ids decide where they are known; else competitors, sport and start:
 * flipped and hour-off twins are one match, a double-header is two. What is joined depends on the labels present
 * and on their facts alone, not on the order in which they came; only the numbers do.
 * Placing a label costs a look at the labels whose competitors are named alike.
 */
export class Matches {
  readonly #labels = new Map<string, Placed>();
  readonly #buckets = new Map<string, Set<Placed>>();
  readonly #byUniversalId = new Map<string, Cluster>();
  readonly #numbers = new MatchNumbers();
  #sequence = 0;
  #regrouped: readonly Regrouping[] = [];

  /** Labels placed. */
  get size(): number {
    return this.#labels.size;
  }

  /** The labels that the last `place` or `remove` took from one match to another, or turned with their match. */
  get regrouped(): readonly Regrouping[] {
    return this.#regrouped;
  }

  /**
   * Places a label, or restates it: what the facts say replaces what was known, what they leave out stays.
   * Answers its match, whose number stays while any of its labels does; `regrouped` says where joining or parting
   * had to break that.
   */
  place(label: string, facts: MatchFacts): MatchId {
    this.#regrouped = [];
    const known = this.#labels.get(label);
    if (known !== undefined && isContained(facts, known.facts)) return known.cluster.match;
    const whole = known === undefined ? facts : completed(known.facts, facts);
    const identity = identify(label, whole);
    const placed = known === undefined ? this.#add(identity, whole) : this.#restate(known, identity, whole);
    this.#regroup(known === undefined ? [placed.bucket] : [known.bucket, placed.bucket]);
    return placed.cluster.match;
  }

  /** Takes a label off; an unknown one is ignored. A match ends with its last label. */
  remove(label: string): void {
    this.#regrouped = [];
    const placed = this.#labels.get(label);
    if (placed === undefined) return;
    this.#labels.delete(label);
    this.#leave(placed);
    if (placed.cluster.members.size === 0) {
      this.#forget(placed.cluster);
      this.#numbers.end(placed.cluster);
    }
    // the rest of its match may stand elsewhere, and may all be flipped now
    this.#regroup([placed.bucket, ...[...placed.cluster.members].map(({ bucket }) => bucket)]);
  }

  /** The match of a label. */
  find(label: string): MatchId | undefined {
    return this.#labels.get(label)?.cluster.match;
  }

  /** Whether a label names home and away the other way round than its match. Some label of a match never does. */
  isFlipped(label: string): boolean {
    return this.#labels.get(label)?.isFlipped ?? false;
  }

  /**
   * Whether something that was noted under a label names the sides the other way round than a match does now: what is
   * noted outlives its label, and the order in which labels come. In doubt it does not.
   */
  isTurned(label: string, match: MatchId): boolean {
    const placed = this.#labels.get(label);
    return placed?.cluster.match === match
      ? placed.isFlipped
      : this.#numbers.isFlipped(match, identify(label, NO_FACTS));
  }

  /** The labels of a match in the order in which they came; none for a match that has ended. */
  members(match: MatchId): string[] {
    return inOrder(this.#numbers.at(match)?.members ?? []).map(({ label }) => label);
  }

  /** Makes the numbers of ended matches available again: call it when nobody holds them any more. */
  recycle(): void {
    this.#numbers.recycle();
  }

  #add(identity: MatchIdentity, facts: MatchFacts): Placed {
    const cluster = newCluster(null);
    this.#sequence += 1;
    return this.#enter({ ...identity, facts, sequence: this.#sequence, cluster, isFlipped: false });
  }

  #restate(known: Placed, identity: MatchIdentity, facts: MatchFacts): Placed {
    this.#leave(known);
    return this.#enter({ ...known, ...identity, facts });
  }

  #enter(placed: Placed): Placed {
    this.#labels.set(placed.label, placed);
    placed.cluster.members.add(placed);
    const bucket = this.#buckets.get(placed.bucket) ?? new Set<Placed>();
    this.#buckets.set(placed.bucket, bucket.add(placed));
    return placed;
  }

  #leave(placed: Placed): void {
    placed.cluster.members.delete(placed);
    const bucket = this.#buckets.get(placed.bucket);
    bucket?.delete(placed);
    if (bucket?.size === 0) this.#buckets.delete(placed.bucket);
  }

  #regroup(keys: readonly string[]): void {
    const buckets = [...new Set(keys)].map((key) => [...(this.#buckets.get(key) ?? [])]);
    const before = new Map<Placed, MatchId>();
    const touched = new Set<Cluster>();
    for (const placed of buckets.flat()) {
      before.set(placed, placed.cluster.match);
      touched.add(placed.cluster);
      placed.cluster.members.delete(placed);
    }
    for (const { universalId, labels } of buckets.flatMap(byMatch)) {
      const cluster = this.#clusterOf(universalId);
      touched.add(cluster);
      for (const placed of labels) {
        cluster.members.add(placed);
        placed.cluster = cluster;
      }
    }
    this.#regrouped = this.#numbers.renumber(touched, before);
    for (const cluster of touched) if (cluster.members.size === 0) this.#forget(cluster);
  }

  #clusterOf(universalId: string | null): Cluster {
    const known = universalId === null ? undefined : this.#byUniversalId.get(universalId);
    if (known !== undefined) return known;
    const cluster = newCluster(universalId);
    if (universalId !== null) this.#byUniversalId.set(universalId, cluster);
    return cluster;
  }

  #forget({ universalId }: Cluster): void {
    if (universalId !== null) this.#byUniversalId.delete(universalId);
  }
}

function newCluster(universalId: string | null): Cluster {
  return { members: new Set(), universalId, match: NO_MATCH };
}
