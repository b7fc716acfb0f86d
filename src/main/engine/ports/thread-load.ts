import type { EngineLoad } from '#contract/diagnostics.ts';

/** How busy the engine's thread is. */
export interface ThreadLoad {
  /** The load since the last question. */
  read(): EngineLoad;
  stop(): void;
}
