import type { ScreenBatch } from '#contract/odds-screen.ts';
import type { Scheduler } from '../scheduler.ts';
import type { ScreenLink } from './screen-link.ts';

/** Most batches kept while the snapshot is awaited. The engine has one in flight, so this is ample. */
export const MAX_EARLY_BATCHES = 64;
/** Shortest time between two openings, so that a fault on the other side can't turn into a storm of snapshots. */
export const REOPEN_GAP_MS = 1000;
/** How long to wait after a refused opening. */
export const RETRY_MS = 2000;

const NONE = -1;
const nothingToCancel = () => undefined;

/** Names one batch. */
export interface BatchMark {
  readonly generation: number;
  readonly number: number;
}

/** What the session tells its owner. */
export interface SessionEvents<Row> {
  /** A generation starts: everything shown before is void. */
  opened(batch: ScreenBatch<Row>): void;
  /** The next batch of the generation, in order and without a gap. */
  merged(batch: ScreenBatch<Row>): void;
  /** The screen can't be had now; the session tries again by itself. `message` is for people. */
  failed(message: string): void;
}

/**
 * The protocol of one screen of prices: listens first, buffers, asks for the snapshot, merges by number. A gap opens
 * again; batches of another generation are dropped. Knows nothing of prices or of painting.
 */
export class ScreenSession<Query, Row> {
  readonly #link: ScreenLink<Query, Row>;
  readonly #scheduler: Scheduler;
  readonly #events: SessionEvents<Row>;
  readonly #unlisten: () => void;
  #query: Query | null = null;
  /** Counts openings, so that the answer to an older one is told apart. */
  #attempt = 0;
  #openedAtMs = Number.NEGATIVE_INFINITY;
  #early: ScreenBatch<Row>[] | null = null;
  #generation = 0;
  #number = 0;
  #acknowledgedNumber = NONE;
  #cancelRetry: () => void = nothingToCancel;
  #gaps = 0;

  constructor(link: ScreenLink<Query, Row>, scheduler: Scheduler, events: SessionEvents<Row>) {
    this.#link = link;
    this.#scheduler = scheduler;
    this.#events = events;
    this.#unlisten = link.listen((batch) => this.#receive(batch));
  }

  /** How many times a number was missing since the start. */
  get gaps(): number {
    return this.#gaps;
  }

  /** Asks for the screen of this query; whatever was open before ends. */
  open(query: Query): void {
    this.#query = query;
    void this.#ask(query);
  }

  /** Ends the screen; the engine sends no more. */
  close(): void {
    this.#forget();
    this.#link.close();
  }

  /** The newest batch that was merged: to be given to `acknowledge` once it is on screen. */
  get newest(): BatchMark {
    return { generation: this.#generation, number: this.#number };
  }

  /** Says that everything up to this batch is on screen: releases the next one. Says it once a batch. */
  acknowledge(painted: BatchMark): void {
    if (!this.#query || this.#early || painted.generation !== this.#generation) return;
    if (painted.number <= this.#acknowledgedNumber) return;
    this.#acknowledgedNumber = painted.number;
    this.#link.painted(painted);
  }

  /** Stops listening, for good. */
  stop(): void {
    this.#forget();
    this.#unlisten();
  }

  #forget(): void {
    this.#attempt += 1;
    this.#query = null;
    this.#early = null;
    this.#cancelRetry();
  }

  async #ask(query: Query): Promise<void> {
    this.#cancelRetry();
    this.#attempt += 1;
    const attempt = this.#attempt;
    this.#openedAtMs = this.#scheduler.nowMs();
    this.#early = [];
    const reply = await this.#link.open(query);
    if (attempt !== this.#attempt) return;
    const early = this.#early ?? [];
    if (!reply.ok) {
      this.#cancelRetry = this.#scheduler.after(RETRY_MS, () => void this.#ask(query));
      this.#events.failed(reply.message);
      return;
    }
    this.#early = null;
    this.#generation = reply.value.generation;
    this.#number = reply.value.number;
    this.#acknowledgedNumber = NONE;
    this.#events.opened(reply.value);
    for (const batch of early) this.#receive(batch);
  }

  #receive(batch: ScreenBatch<Row>): void {
    if (!this.#query) return;
    if (this.#early) {
      this.#early.push(batch);
      if (this.#early.length > MAX_EARLY_BATCHES) this.#early.shift();
      return;
    }
    if (batch.generation !== this.#generation || batch.number <= this.#number) return;
    if (batch.number !== this.#number + 1) {
      this.#gaps += 1;
      this.#openAgain(this.#query);
      return;
    }
    this.#number = batch.number;
    this.#events.merged(batch);
  }

  #openAgain(query: Query): void {
    const waitMs = this.#openedAtMs + REOPEN_GAP_MS - this.#scheduler.nowMs();
    if (waitMs <= 0) {
      void this.#ask(query);
      return;
    }
    this.#early = [];
    this.#cancelRetry();
    this.#cancelRetry = this.#scheduler.after(waitMs, () => void this.#ask(query));
  }
}
