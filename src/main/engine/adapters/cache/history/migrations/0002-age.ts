import type { Migration } from '../../migrations/index.ts';

/** Chunks by age with what retention has to know of them, so that it need not touch the chunks themselves. */
export const history0002: Migration = {
  name: '0002-age',
  sql: 'CREATE INDEX chunks_by_age ON chunks (last_ms, id, game, count);',
};
