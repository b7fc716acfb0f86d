import type { Migration } from '../../migrations/index.ts';
import { history0001 } from './0001-changes.ts';
import { history0002 } from './0002-age.ts';
import { history0003 } from './0003-plays.ts';

/** All steps of the history's schema in their order; never edited after they were released. */
export const HISTORY_MIGRATIONS: readonly Migration[] = [history0001, history0002, history0003];
