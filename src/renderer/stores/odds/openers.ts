import type { Bridge } from '#contract/bridge.ts';
import type { ScreenRow } from '#contract/odds-screen.ts';
import type { Opener } from '#domain/history/opener.ts';
import { observable } from '../observable.ts';
import type { Scheduler } from '../scheduler.ts';

/** Games that come onto the screen together are asked for at once. */
const GATHER_MS = 150;
/** Of a game whose opener is not in the history yet it is asked again after this. */
const AGAIN_MS = 30_000;
/** Most games in one question. */
const MOST_OPENERS = 60;

type Asked = Pick<ScreenRow, 'game' | 'sides'>;

/** The openers of a market, read from the history for the games that are asked for. */
export interface OpenersOfMarket {
  /** `null` while it is not known; whoever asks has it read. */
  of(row: Asked): Opener | null;
  /** Calls `listener` when more are known, until the returned function is called. */
  subscribe(listener: () => void): () => void;
}

/** Reads the openers of one market; what was read once stands. */
export function openersOf(bridge: Bridge, scheduler: Scheduler, market: string): OpenersOfMarket {
  const known = new Map<string, { readonly opener: Opener | null; readonly askedAtMs: number }>();
  const wanted = new Map<string, Asked>();
  const read = observable(0);
  let isPlanned = false;

  const ask = async () => {
    isPlanned = false;
    const rows = [...wanted.values()].slice(0, MOST_OPENERS);
    forgetOld();
    for (const { game } of rows) {
      wanted.delete(game);
      known.set(game, { opener: null, askedAtMs: scheduler.nowMs() });
    }
    if (wanted.size > 0) plan();
    const games = rows.map(({ game: label, sides }) => ({ label, sides: sides.length }));
    const reply = await bridge.request('history.openers', { market, games });
    if (!reply.ok) return;
    for (const [at, { game }] of rows.entries()) {
      const opener = reply.value[at] ?? null;
      if (opener !== null) known.set(game, { opener, askedAtMs: 0 });
    }
    read.write(read.read() + 1);
  };
  /** Of whom it would be asked again nothing need be kept: in a long list most games are only scrolled past. */
  const forgetOld = () => {
    for (const [game, { opener, askedAtMs }] of known)
      if (opener === null && askedAtMs + AGAIN_MS <= scheduler.nowMs()) known.delete(game);
  };
  const plan = () => {
    if (isPlanned) return;
    isPlanned = true;
    scheduler.after(GATHER_MS, () => void ask());
  };

  return {
    of(row) {
      const entry = known.get(row.game);
      if (entry?.opener) return entry.opener;
      if (entry === undefined || entry.askedAtMs + AGAIN_MS <= scheduler.nowMs()) {
        wanted.set(row.game, row);
        plan();
      }
      return null;
    },
    subscribe: read.subscribe,
  };
}
