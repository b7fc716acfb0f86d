import { migration0001 } from './0001-budgets.ts';
import { migration0002 } from './0002-catalogue.ts';
import { migration0003 } from './0003-pauses.ts';
import { migration0004 } from './0004-noted-bets.ts';
import { migration0005 } from './0005-watchlists.ts';
import { migration0006 } from './0006-alerts.ts';

/** One step of the schema. Applied whole or not at all; never edited after it was released. */
export interface Migration {
  readonly name: string;
  readonly sql: string;
}

/** All steps in their order; the schema version of a database is how many of them it has taken. */
export const MIGRATIONS: readonly Migration[] = [
  migration0001,
  migration0002,
  migration0003,
  migration0004,
  migration0005,
  migration0006,
];
