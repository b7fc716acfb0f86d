import { writeInitialState, writeOddsMessage } from '#simulator/wire/odds-frames.ts';
import { World } from '#simulator/world/world.ts';

const FIRST_EVENING_MS = Date.UTC(2026, 0, 18, 18);
const DAY_MS = 86_400_000;

/**
 * Frames of a simulated evening as the socket would bring them: its snapshot, then `updates` frames of news. `day`: another
 * evening is of other games.
 */
export function eveningFrames(
  updates: number,
  games = 60,
  books = 20,
  day = 0,
): { readonly snapshot: Buffer[]; readonly news: Buffer[] } {
  const startMs = FIRST_EVENING_MS + day * DAY_MS;
  const world = new World({ seed: 7 + day, books, games, ratePerSecond: 1500, startMs, consensus: false });
  const snapshot: Buffer[] = [];
  for (const sheet of world.listedSheets()) {
    const frame = writeInitialState(sheet, startMs, null);
    if (frame !== null) snapshot.push(Buffer.from(frame));
  }
  const news: Buffer[] = [];
  while (news.length < updates) {
    for (const message of world.step(50)) {
      const frame = message.feed === 'odds' ? writeOddsMessage(message, null) : null;
      if (frame !== null) news.push(Buffer.from(frame));
    }
  }
  return { snapshot, news };
}
