import type { PriceSeries, SeriesQuery } from '#contract/history.ts';
import type { StorageState } from '#contract/storage.ts';
import { createBoardFile } from '../adapters/cache/board-file.ts';
import { WorkerHistory } from '../adapters/cache/history/worker-history.ts';
import { WorkerReader } from '../adapters/cache/history/worker-reader.ts';
import { BoardKeeper } from '../usecases/history/keep-board.ts';
import { HistoryRecorder } from '../usecases/history/record-history.ts';
import type { PartContext } from './context.ts';
import type { OddsPart } from './odds-part.ts';

/** A clean stop waits this long for the disk. */
const STOP_TIMEOUT_MS = 1_000;

/** Every price that was seen: written in one thread, read in another. Keeps nothing where there is no data folder. */
export class HistoryPart {
  readonly #kept:
    | {
        readonly history: WorkerHistory;
        readonly recorder: HistoryRecorder;
        readonly reader: WorkerReader;
        readonly boards: BoardKeeper;
      }
    | undefined;
  #state: StorageState;

  constructor({ options, clock, sink, observer, threads }: PartContext, odds: OddsPart) {
    const { board } = odds;
    this.#state = {
      condition: options.dataFolder === null ? 'off' : 'ok',
      detail: '',
      sinceMs: clock.nowMs(),
      written: 0,
      waiting: 0,
      leftOut: 0,
      bytes: 0,
    };
    if (options.dataFolder === null) return;
    const folder = options.dataFolder;
    const reader = new WorkerReader(folder, threads.historyReader);
    const history = new WorkerHistory({
      folder,
      thread: threads.historyWriter,
      events: {
        state: (state) => {
          this.#state = state;
          sink.storage(this.state());
        },
        beganAnew: () => {
          recorder.beginAnew();
          reader.lookAnew();
        },
      },
    });
    const recorder = new HistoryRecorder({ clock, board, history });
    const boards = new BoardKeeper({
      store: createBoardFile(folder),
      board,
      clock,
      heardAtMs: () => odds.follower.counters.lastFrameAtMs,
      failed: (sentence) => observer.notice?.(sentence),
    });
    this.#kept = { history, recorder, reader, boards };
    // the demo's games are made up anew with each start: yesterday's would only be in the way
    if (options.source === 'provider') odds.load(() => boards.load());
    odds.alsoTell((changes) => {
      recorder.note(changes);
      boards.note();
    });
  }

  /** How the history is, what has not reached its thread included. */
  state(): StorageState {
    if (this.#kept === undefined) return this.#state;
    const { recorder, history } = this.#kept;
    return {
      ...this.#state,
      waiting: recorder.gathered + history.waiting,
      leftOut: this.#state.leftOut + recorder.leftOut,
    };
  }

  /** The history of prices; rejects with a sentence where there is none. */
  series(query: SeriesQuery): Promise<PriceSeries[]> {
    if (this.#kept === undefined) return Promise.resolve([]);
    return this.#kept.reader.ask('series', query);
  }

  /** Resolves when all that was seen is on disk. */
  async stop(): Promise<void> {
    if (this.#kept === undefined) return;
    this.#kept.recorder.stop();
    this.#kept.boards.stop();
    await Promise.all([this.#kept.history.stop(STOP_TIMEOUT_MS), this.#kept.reader.stop()]);
  }
}
