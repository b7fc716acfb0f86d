import type { PriceSeries, SeriesQuery } from '#contract/history.ts';
import type { RetentionPreview, StorageState } from '#contract/storage.ts';
import { COURSE_MS, type WatchedCourse } from '#contract/watchlists.ts';
import type { Opener } from '#domain/history/opener.ts';
import type { RetentionLimits } from '#domain/history/retention.ts';
import type { PlayEntry } from '#domain/play/play.ts';
import { createBoardFile } from '../adapters/cache/board-file.ts';
import { WorkerHistory } from '../adapters/cache/history/worker-history.ts';
import { WorkerReader } from '../adapters/cache/history/worker-reader.ts';
import type { Stores } from '../adapters/stores.ts';
import type { Clock } from '../ports/clock.ts';
import type { CourseQuery, OpeningsQuery } from '../ports/history.ts';
import { BoardKeeper } from '../usecases/history/keep-board.ts';
import { RetentionKeeper } from '../usecases/history/keep-retention.ts';
import { HistoryRecorder } from '../usecases/history/record-history.ts';
import { PlayRecorder } from '../usecases/history/record-plays.ts';
import type { PartContext } from './context.ts';
import type { OddsPart } from './odds-part.ts';

/** A clean stop waits this long for the disk. */
const STOP_TIMEOUT_MS = 1_000;
/** Columns of pixels of a watched price's course. */
const COURSE_COLUMNS = 24;
const NO_LIMITS: RetentionLimits = { days: null, bytes: null };

/** Every price that was seen: written in one thread, read in another. Keeps nothing where there is no data folder. */
export class HistoryPart {
  readonly #kept:
    | {
        readonly history: WorkerHistory;
        readonly recorder: HistoryRecorder;
        readonly reader: WorkerReader;
        readonly boards: BoardKeeper;
        readonly retention: RetentionKeeper;
        readonly plays: PlayRecorder;
      }
    | undefined;
  readonly #precious: Pick<Stores, 'condition' | 'detail'>;
  readonly #notice: (sentence: string) => void;
  readonly #clock: Clock;
  #state: StorageState;

  constructor({ options, clock, sink, observer, threads, stores }: PartContext, odds: OddsPart) {
    const { board } = odds;
    this.#precious = stores;
    this.#clock = clock;
    this.#notice = (sentence) => observer.notice?.(sentence);
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
    const reader = new WorkerReader(folder, threads.historyReader, (message) => history.noteDamage(message));
    const history = new WorkerHistory({
      folder,
      thread: threads.historyWriter,
      clock,
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
      failed: this.#notice,
    });
    const retention = new RetentionKeeper({
      clock,
      history,
      bets: stores.bets,
      watchlists: stores.watchlists,
      limits: options.retention ?? NO_LIMITS,
    });
    const plays = new PlayRecorder(history);
    this.#kept = { history, recorder, reader, boards, retention, plays };
    // the demo's games are made up anew with each start: yesterday's would only be in the way
    if (options.source === 'provider') odds.load(() => boards.load());
    odds.alsoTell((changes) => {
      recorder.note(changes);
      boards.note();
    });
  }

  /** How the history is, what has not reached its thread included. */
  state(): StorageState {
    const state = withPrecious(this.#state, this.#precious);
    if (this.#kept === undefined) return state;
    const { recorder, history } = this.#kept;
    return {
      ...state,
      waiting: recorder.gathered + history.waiting,
      leftOut: state.leftOut + recorder.leftOut,
    };
  }

  /** The history of prices; rejects with a sentence where there is none. */
  series(query: SeriesQuery): Promise<PriceSeries[]> {
    if (this.#kept === undefined) return Promise.resolve([]);
    return this.#kept.reader.ask('series', query);
  }

  /** What markets opened at; rejects with a sentence where that can't be read. */
  openers(query: OpeningsQuery): Promise<(Opener | null)[]> {
    if (this.#kept === undefined) return Promise.resolve(query.games.map(() => null));
    return this.#kept.reader.ask('openers', query);
  }

  /** How the prices of some selections went in the last hours; none where nothing can be read. */
  courses(rows: CourseQuery['rows']): Promise<WatchedCourse[]> {
    if (this.#kept === undefined || rows.length === 0) return Promise.resolve([]);
    const toMs = this.#clock.nowMs();
    const query = { rows, fromMs: toMs - COURSE_MS, toMs, columns: COURSE_COLUMNS };
    return this.#kept.reader.ask('courses', query).catch(() => []);
  }

  /** Takes note of plays that are new. */
  notePlays(entries: readonly PlayEntry[]): void {
    this.#kept?.plays.note(entries);
  }

  /** The kept plays of a game by the feed's label, oldest first; none where nothing can be read. */
  playsOf(game: string): Promise<PlayEntry[]> {
    return this.#kept?.reader.ask('plays', { game }).catch(() => []) ?? Promise.resolve([]);
  }

  /** Other limits, in effect at once. */
  changeRetention(limits: RetentionLimits): void {
    this.#kept?.retention.change(limits);
  }

  /** What would go by other limits; rejects with a sentence where there is no history. */
  async previewRetention(limits: RetentionLimits): Promise<RetentionPreview> {
    if (this.#kept === undefined) throw new Error('Nothing is kept, so nothing would go.');
    return this.#kept.reader.ask('retention', this.#kept.retention.with(limits));
  }

  /** Resolves when all that was seen is on disk. */
  async stop(): Promise<void> {
    if (this.#kept === undefined) return;
    this.#kept.retention.stop();
    this.#kept.recorder.stop();
    this.#kept.boards.stop();
    await Promise.all([this.#kept.history.stop(STOP_TIMEOUT_MS), this.#kept.reader.stop()]);
    const lost = this.#kept.history.waiting;
    if (lost > 0)
      this.#notice(`${lost} changes did not reach the history before the end: the disk is too slow.`);
  }
}

/** The state that people are told: of the history, and of the other database where that is not well either. */
function withPrecious(history: StorageState, precious: Pick<Stores, 'condition' | 'detail'>): StorageState {
  if (precious.condition === 'ok') return history;
  if (history.detail === '') return { ...history, condition: precious.condition, detail: precious.detail };
  return { ...history, detail: `${history.detail} ${precious.detail}` };
}
