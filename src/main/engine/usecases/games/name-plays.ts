import { isEsports, playLabelOf } from '#domain/play/esports-label.ts';
import type { Clock } from '../../ports/clock.ts';
import type { Rest } from '../../ports/rest.ts';

/** How long the labels of esports games count as known, and how soon a failed fetch is tried again. */
const MAX_AGE_MS = 600_000;

interface NamePlaysNeeds {
  readonly rest: Pick<Rest, 'esportsLabels'>;
  readonly clock: Clock;
  readonly sportOf: (game: string) => string;
  /** New labels are known: ask `toFeed` again. */
  readonly changed: () => void;
}

/**
 * Knows by which label the play-by-play feed knows a game: its own one, except for esports, whose labels stand in an
 * endpoint of their own that is asked when the first esports game is wanted.
 */
export class PlayNames {
  readonly #needs: NamePlaysNeeds;
  readonly #toBoard = new Map<string, string>();
  #labels: readonly string[] = [];
  #askedAtMs: number | undefined;

  constructor(needs: NamePlaysNeeds) {
    this.#needs = needs;
  }

  /** The feed's label of a game, as far as it is known now. */
  toFeed(game: string): string {
    if (!isEsports(this.#needs.sportOf(game))) return game;
    this.#askIfOld();
    const label = playLabelOf(game, this.#labels) ?? game;
    this.#toBoard.set(label, game);
    return label;
  }

  /** The game behind a label of the feed. */
  toBoard(label: string): string {
    return this.#toBoard.get(label) ?? label;
  }

  #askIfOld(): void {
    const nowMs = this.#needs.clock.moment().uptimeMs;
    if (this.#askedAtMs !== undefined && nowMs - this.#askedAtMs < MAX_AGE_MS) return;
    this.#askedAtMs = nowMs;
    void this.#needs.rest.esportsLabels().then((outcome) => {
      if (!outcome.ok) return;
      this.#labels = outcome.value;
      this.#needs.changed();
    });
  }
}
