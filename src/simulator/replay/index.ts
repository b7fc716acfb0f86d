import { completeOptions, type SimulatorOptions } from '../options.ts';
import type { FeedPath } from '../server/door.ts';
import { FeedServer } from '../server/feed-server.ts';
import { catalogueOf } from './recorded-catalogue.ts';
import { ReplaySession } from './replay-session.ts';

/** A running server that plays a recording to whoever subscribes. */
export interface ReplayServer {
  readonly base: string;
  readonly key: string;
  /** Frames in the recording, over all feeds. */
  readonly frames: number;
  stop(): Promise<void>;
}

/** Starts a server that plays a recording. Rejects when the file cannot be read or the port is taken. */
export async function startReplay(
  file: string,
  speed: number,
  options: SimulatorOptions = {},
): Promise<ReplayServer> {
  const catalogue = await catalogueOf(file);
  const server = new FeedServer(completeOptions(options));
  /** How many of a feed's connections have been played to their end. */
  const played = new Map<FeedPath, number>();
  await server.listen({
    catalogue,
    sessionFor: (feed, outlet) => new ReplaySession({ file, speed, played }, feed, outlet),
  });
  return { base: server.base, key: server.key, frames: catalogue.frames, stop: () => server.stop() };
}
