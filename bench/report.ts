/** One row of a benchmark: what is done, what it is held against, and whether the target was reached. */
export interface BenchRow {
  readonly work: string;
  /** The limit or the peer in figures, with its unit. */
  readonly limit: string;
  readonly peer: string;
  readonly ours: string;
  /** How many times better than the peer, or the figure that the target speaks of; `null` where nothing was measured. */
  readonly ratio: number | null;
  readonly target: string;
  /** `null` where it could not be measured here; `ours` says why. */
  readonly met: boolean | null;
}

/** Prints a row as one JSON object a line. */
export function report(row: BenchRow): void {
  process.stdout.write(`${JSON.stringify(row)}\n`);
}

/** Whether the quick run was asked for: less work, the same ratios. */
export function isQuick(): boolean {
  return process.argv.includes('--quick');
}

/** Time that some work takes. Unit: ms. */
export function timeMs(work: () => void): number {
  const startedAtMs = performance.now();
  work();
  return performance.now() - startedAtMs;
}

export function medianOf(values: readonly number[]): number {
  return [...values].sort((left, right) => left - right)[Math.floor(values.length / 2)]!;
}

export function rounded(value: number, places = 2): number {
  return Math.round(value * 10 ** places) / 10 ** places;
}

/** Processor time of this thread that some work takes: another program that is busy does not count. Unit: ms. */
export function cpuMs(work: () => void): number {
  rest();
  const before = process.threadCpuUsage();
  work();
  rest();
  const { user, system } = process.threadCpuUsage(before);
  return (user + system) / 1000;
}

const NEVER = new Int32Array(new SharedArrayBuffer(4));
/** Linux writes a thread's time down at every tick of 4 ms, and whenever the thread comes to rest. */
function rest(): void {
  Atomics.wait(NEVER, 0, 0, 0.05);
}

/** They make the code warm and do not count. */
const WARM_ROUNDS = 2;

/** Two kinds of work take turns, so that a noisy machine disturbs both; answers the median of each. Unit: ms. */
export function inTurns(
  rounds: number,
  peer: () => () => void,
  ours: () => () => void,
): { readonly peerMs: number; readonly oursMs: number; readonly ratio: number } {
  const [peers, our]: [number[], number[]] = [[], []];
  for (let round = -WARM_ROUNDS; round < rounds; round += 1) {
    const [peerWork, ourWork] = [peer(), ours()];
    const taken = [cpuMs(peerWork), cpuMs(ourWork)] as const;
    if (round < 0) continue;
    peers.push(taken[0]);
    our.push(taken[1]);
  }
  const [peerMs, oursMs] = [medianOf(peers), medianOf(our)];
  return { peerMs, oursMs, ratio: peerMs / oursMs };
}
