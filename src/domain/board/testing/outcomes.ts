import type { Outcome } from '../messages.ts';

/** An outcome as tests write it down; what is left out is no text. */
export type OutcomeRow = [
  key: string,
  american: number,
  name: string,
  line?: string | number | null,
  overUnder?: string | null,
  target?: string | null,
];

/** Outcomes as a message states them, without links. */
export function outcomesOf(rows: readonly OutcomeRow[]): Outcome[] {
  return rows.map(([key, american, name, line = null, overUnder = null, target = null]) => ({
    key,
    american,
    name,
    line,
    overUnder,
    target,
    link: null,
  }));
}

/** A side of the moneyline that is called like its team; `parts` stand in the place of its own. */
export function moneyline(key: string, american: number, parts: Partial<Outcome> = {}): Outcome {
  return {
    key,
    american,
    name: 'Moneyline',
    line: null,
    overUnder: null,
    target: key,
    link: null,
    ...parts,
  };
}
