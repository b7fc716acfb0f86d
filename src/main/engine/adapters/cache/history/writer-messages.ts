import type { StorageState } from '#contract/storage.ts';
import type { HistoryBatch, KeptPlay, Retention } from '../../../ports/history.ts';

/** What the engine tells the writer's thread. `run` rises with each `beganAnew` that the engine has heard. */
export type WriterCall =
  | { readonly kind: 'batch'; readonly run: number; readonly batch: HistoryBatch }
  | { readonly kind: 'damaged'; readonly run: number; readonly message: string }
  | { readonly kind: 'plays'; readonly plays: readonly KeptPlay[] }
  | { readonly kind: 'retain'; readonly retention: Retention }
  | { readonly kind: 'stop' };

/** What the writer's thread tells. */
export type WriterNews =
  | { readonly kind: 'done'; readonly changes: number }
  | { readonly kind: 'state'; readonly state: StorageState }
  | { readonly kind: 'began-anew'; readonly run: number }
  | { readonly kind: 'stopped' };
