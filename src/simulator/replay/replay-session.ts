import { setTimeout as sleep } from 'node:timers/promises';
import type { FeedPath } from '../server/door.ts';
import type { Outlet } from '../server/outlet.ts';
import type { Session } from '../server/sessions/session.ts';
import { readRecording } from './recording.ts';

const ACKNOWLEDGEMENT = /^\s*\{\s*"action"\s*:\s*"(socket_connected|connection_ack)"/;
const WAIT_FOR_CLIENT_MS = 15;

/** What a replay session plays, and how fast: 1 as it was, 10 ten times as fast, `Infinity` as fast as it goes. */
export interface Replay {
  readonly file: string;
  readonly speed: number;
  /** Connections of each feed that were played to their end; shared by all sessions. */
  readonly played: Map<FeedPath, number>;
}

/**
 * Plays one recorded connection to one client, once it has subscribed. Where the recording goes on over a new
 * connection, the socket is cut, and the client's next one gets what came then; after the last it begins anew.
 * Filters are not looked at.
 */
export class ReplaySession implements Session {
  readonly #replay: Replay;
  readonly #feed: FeedPath;
  readonly #outlet: Outlet;
  #playing: AbortController | null = null;

  constructor(replay: Replay, feed: FeedPath, outlet: Outlet) {
    this.#replay = replay;
    this.#feed = feed;
    this.#outlet = outlet;
  }

  receive(): void {
    if (this.#playing !== null) return;
    this.#playing = new AbortController();
    this.#play(this.#playing.signal).catch(() => this.#outlet.drop());
  }

  deliver(): void {
    // A recording has no world that could move.
  }

  end(): void {
    this.#playing?.abort();
  }

  async #play(signal: AbortSignal): Promise<void> {
    const { file, speed, played } = this.#replay;
    const part = played.get(this.#feed) ?? 0;
    let parts = 0;
    let firstAtMs: number | null = null;
    const startedAtMs = performance.now();
    for await (const { atMs, feed, frame } of readRecording(file)) {
      if (signal.aborted) return;
      if (feed !== this.#feed) continue;
      if (frame === null) {
        // frames before the first mark belong to the first connection
        parts += 1;
        if (parts <= part + 1) continue;
        played.set(this.#feed, part + 1);
        return this.#outlet.close();
      }
      if (Math.max(0, parts - 1) !== part || ACKNOWLEDGEMENT.test(String(frame.slice(0, 80)))) continue;
      firstAtMs ??= atMs;
      await this.#waitUntil(startedAtMs + (atMs - firstAtMs) / speed);
      if (signal.aborted) return;
      this.#outlet.raw(frame);
    }
    played.set(this.#feed, 0);
  }

  async #waitUntil(dueMs: number): Promise<void> {
    const waitMs = dueMs - performance.now();
    if (waitMs >= 1) await sleep(waitMs);
    while (this.#outlet.isBehind) await sleep(WAIT_FOR_CLIENT_MS);
  }
}
