import { Engine, type EngineObserver } from '#engine/index.ts';
import type { Sink } from '#engine/ports/sink.ts';
import { threadFiles } from '#engine/threads.ts';
import { benchOptions } from './provider.ts';

/** An engine in this thread that follows a provider of the benchmarks. `sink`: the news that are listened to. */
export function benchEngine(base: string, sink: Partial<Sink>, observer: EngineObserver = {}): Engine {
  return new Engine(
    benchOptions(base),
    threadFiles(import.meta.resolve('../../src/main/engine/headless.ts')),
    new Proxy(sink as Sink, { get: (heard, name: keyof Sink) => heard[name] ?? (() => undefined) }),
    observer,
  );
}
