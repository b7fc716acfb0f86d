import type { PlayEntry } from '#domain/play/play.ts';
import { RecentGames } from '#domain/play/recent-games.ts';
import type { History } from '../../ports/history.ts';

/**
 * Keeps every play, each once, also when the next start hears the past of a game anew: plays are known again by what
 * was stated of them, and those alike in everything by which of them it is.
 */
export class PlayRecorder {
  readonly #history: Pick<History, 'writePlays'>;
  /** How often each play of a game was told in this run. */
  readonly #told = new RecentGames<Map<string, number>>();

  constructor(history: Pick<History, 'writePlays'>) {
    this.#history = history;
  }

  /** Takes note of plays that are new, oldest first. */
  note(entries: readonly PlayEntry[]): void {
    this.#history.writePlays(
      entries.map((entry) => ({
        game: entry.game,
        play: this.#keyOf(entry),
        arrivedAtMs: entry.arrivedAtMs,
        body: JSON.stringify(entry),
      })),
    );
  }

  #keyOf({
    arrivedAtMs: _arrivedAtMs,
    sequence: _sequence,
    summary: _summary,
    ...stated
  }: PlayEntry): string {
    if (stated.id !== null)
      return JSON.stringify([stated.id, stated.type, stated.team, stated.points, stated.seconds]);
    const told = this.#told.get(stated.game) ?? new Map<string, number>();
    this.#told.set(stated.game, told);
    const key = JSON.stringify(stated);
    const times = told.get(key) ?? 0;
    told.set(key, times + 1);
    return times === 0 ? key : `${key}${times}`;
  }
}
