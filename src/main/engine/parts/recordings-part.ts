import type { HistoryContents } from '#contract/export.ts';
import type { GameRow } from '#contract/game.ts';
import type { PriceSeries, RecordedGame, SeriesQuery } from '#contract/history.ts';
import type { Outcome } from '#contract/outcome.ts';
import type { ReaderCallName, ReaderCalls } from '../adapters/cache/history/reader-calls.ts';
import { WorkerReader } from '../adapters/cache/history/worker-reader.ts';
import { describeMarket } from '../usecases/screen/describe-game.ts';
import type { PartContext } from './context.ts';

/** What a recording answers, or why it can't be read, in a sentence for people. */
export type Recorded<T> = Outcome<T, 'no-history'>;

/** A question about a recording. `folder`: the data folder to read, `null` = the engine's own. */
type OfRecording<T> = { readonly folder: string | null } & T;

/**
 * Looks into whole histories, the own one or another machine's, read only. Each question is asked in a thread of its own
 * that ends with the answer: nothing of a recording stays open.
 */
export class RecordingsPart {
  readonly #context: Pick<PartContext, 'options' | 'threads'>;

  constructor(context: Pick<PartContext, 'options' | 'threads'>) {
    this.#context = context;
  }

  /** What a history holds. */
  async contents({ folder }: OfRecording<object>): Promise<Recorded<HistoryContents>> {
    const answer = await this.#ask(folder, 'contents', null);
    const path = folder ?? this.#context.options.dataFolder ?? '';
    return answer.ok
      ? { ok: true, value: { ...answer.value, folder: path, isOwn: folder === null } }
      : answer;
  }

  /** Its matches, those that started last first. */
  games({ folder }: OfRecording<object>): Promise<Recorded<readonly RecordedGame[]>> {
    return this.#ask(folder, 'games', null);
  }

  /** The markets of one of its matches, with the sides that some sportsbook offered. */
  async markets({
    folder,
    games,
  }: OfRecording<Pick<SeriesQuery, 'games'>>): Promise<Recorded<readonly GameRow[]>> {
    const answer = await this.#ask(folder, 'markets', { games });
    if (!answer.ok) return answer;
    return { ok: true, value: answer.value.map((market, at) => describeMarket({ ...market, rowId: at })) };
  }

  /** The history of a bet in it. */
  series({
    folder,
    query,
  }: OfRecording<{ readonly query: SeriesQuery }>): Promise<Recorded<readonly PriceSeries[]>> {
    return this.#ask(folder, 'series', query);
  }

  async #ask<N extends ReaderCallName>(
    other: string | null,
    name: N,
    input: ReaderCalls[N]['input'],
  ): Promise<Recorded<ReaderCalls[N]['output']>> {
    const { options, threads } = this.#context;
    const path = other ?? options.dataFolder;
    if (path === null) return noHistory('The demo feed keeps no history.');
    const reader = new WorkerReader(path, threads.historyReader, () => undefined);
    try {
      return { ok: true, value: await reader.ask(name, input) };
    } catch (error) {
      return noHistory(error instanceof Error ? error.message : String(error));
    } finally {
      await reader.stop();
    }
  }
}

function noHistory(message: string): Recorded<never> {
  return { ok: false, code: 'no-history', message };
}
