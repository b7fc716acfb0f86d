import { Board } from '#domain/board/board.ts';
import type { Changes } from '#domain/board/changes.ts';
import { Fixtures } from '#domain/board/fixtures.ts';
import { Comparison } from '#domain/comparison/comparison.ts';
import { OddsView } from '#domain/screen/odds-view.ts';
import { decodeOddsFrame } from '#engine/adapters/feed/decode-odds.ts';
import { createOddsDecoder } from '#engine/adapters/feed/scan/odds-decoder.ts';
import { ManualClock } from '#engine/testing/manual-clock.ts';
import { HistoryRecorder } from '#engine/usecases/history/record-history.ts';

/** Takes frames in and folds them. */
export interface Way {
  readonly board: Board;
  take(frames: readonly Buffer[]): void;
}

/** The peer of most rows: text and `JSON.parse`, and nothing done with what comes of it. */
export function parseAll(frames: readonly Buffer[]): void {
  for (const frame of frames) JSON.parse(frame.toString('utf8'));
}

/** As the program does it; `isScanning` false: every frame is parsed. `nowMs`: when a frame comes. */
export function openWay(
  isScanning: boolean,
  changed: (changes: Changes) => void = () => undefined,
  nowMs: () => number = () => 0,
): Way {
  const board = new Board();
  const out = {
    message: (message: Parameters<Parameters<typeof decodeOddsFrame>[1]['message']>[0]) => {
      if (message.kind !== 'board') return;
      board.fold(message.message, nowMs());
      if (!board.changes.isEmpty) changed(board.changes);
    },
    refused: () => undefined,
  };
  const decode = createOddsDecoder(board, '6f1f7b1e-9f5c-4b52-8d55-1f7a0f6e3c11');
  return {
    board,
    take(frames) {
      for (const frame of frames) {
        if (isScanning) decode(frame, () => frame.toString('utf8'), out);
        else decodeOddsFrame(frame.toString('utf8'), out);
      }
    },
  };
}

/** The same with all that listens: matches, a window on a league, and the history up to its writer. */
export function openPipeline(hasHistory: boolean): Way {
  const clock = new ManualClock();
  let note: (changes: Changes) => void = () => undefined;
  const way = openWay(true, (changes) => note(changes));
  const fixtures = new Fixtures(way.board.games);
  const comparison = new Comparison(way.board, fixtures);
  const view = new OddsView({ board: way.board, fixtures, comparison }, { sport: 'NBA', market: 'spread' });
  const written = { changes: 0 };
  const history = new HistoryRecorder({
    clock,
    board: way.board,
    history: {
      isBehind: false,
      write: (batch: { changes: { count: number } }) => {
        written.changes += batch.changes.count;
      },
    } as unknown as ConstructorParameters<typeof HistoryRecorder>[0]['history'],
  });
  note = (changes) => {
    fixtures.note(changes);
    comparison.note(changes);
    view.note(changes);
    if (hasHistory) history.note(changes);
  };
  const sink = { rowGone: () => undefined, row: () => undefined, cells: () => undefined };
  return {
    board: way.board,
    take(frames) {
      // a tick of 50 ms at 1,500 frames a second: what waits goes out as one batch
      for (let at = 0; at < frames.length; at += 75) {
        way.take(frames.slice(at, at + 75));
        view.drain(sink as Parameters<OddsView['drain']>[0], 640);
        clock.pass(50);
      }
    },
  };
}

/** The obvious program: parsed objects kept as they are in a map of maps, with an event for each price that moved. */
export function openObvious(): { take(frames: readonly Buffer[]): void } {
  const games = new Map<string, Map<string, Map<string, Record<string, unknown>>>>();
  const listeners = new Map<string, ((event: unknown) => void)[]>();
  let heard = 0;
  listeners.set('change', [() => (heard += 1)]);
  return {
    take(frames) {
      for (const frame of frames) {
        const { action, data } = JSON.parse(frame.toString('utf8'));
        if (action !== 'line_update' && action !== 'game_update' && action !== 'initial_state') continue;
        const books = games.get(data.game) ?? new Map<string, Map<string, Record<string, unknown>>>();
        games.set(data.game, books);
        const before = books.get(data.sportsbook);
        const kept = action === 'line_update' ? new Map(before) : new Map<string, Record<string, unknown>>();
        for (const [key, outcome] of Object.entries<Record<string, unknown>>(data.outcomes)) {
          const old = before?.get(key);
          kept.set(key, { ...old, ...outcome });
          if (old?.['odds'] !== outcome['odds'])
            for (const listen of listeners.get('change') ?? [])
              listen({ game: data.game, sportsbook: data.sportsbook, key, from: old, to: outcome });
        }
        books.set(data.sportsbook, kept);
      }
    },
  };
}
