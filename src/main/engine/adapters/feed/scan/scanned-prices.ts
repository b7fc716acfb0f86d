import type { BoardMessage, GameAtBook, Outcome, Place, Recognised } from '#domain/board/messages.ts';
import type { Selections } from '#domain/board/selections.ts';
import { joinedLink } from '#domain/board/text/links.ts';
import type { FrameHead } from './frame-heads.ts';

/** What was read of one frame, as columns; used again for the next. */
export class ScannedPrices implements Recognised {
  place!: Place;
  count = 0;
  isAnew = false;
  selection = new Int32Array(256);
  american = new Int32Array(256);
  readonly anew: (Outcome | undefined)[] = [];
  readonly #selections: Selections;

  constructor(selections: Selections) {
    this.#selections = selections;
  }

  begin(place: Place): void {
    this.place = place;
    this.count = 0;
    this.isAnew = false;
    this.anew.length = 0;
  }

  add(selection: number, american: number, outcome: Outcome | undefined): void {
    const at = this.count;
    if (at === this.selection.length) this.#double();
    this.selection[at] = selection;
    this.american[at] = american;
    if (outcome !== undefined) {
      this.anew[at] = outcome;
      this.isAnew = true;
    }
    this.count = at + 1;
  }

  /** The outcomes as a parsed frame would state them. */
  inWords(): Outcome[] {
    return Array.from({ length: this.count }, (_, at) => this.#anewAt(at) ?? this.#wordsOf(at));
  }

  #anewAt(at: number): Outcome | undefined {
    const outcome = this.anew[at];
    if (outcome?.split === undefined) return outcome;
    return { ...outcome, link: joinedLink(outcome.split) };
  }

  #wordsOf(at: number): Outcome {
    const selection = this.selection[at]!;
    const selections = this.#selections;
    return {
      key: selections.key(selection),
      american: this.american[at]!,
      name: selections.name(selection),
      line: selections.line(selection),
      overUnder: selections.overUnder(selection),
      target: selections.target(selection),
      link: selections.link(selection),
    };
  }

  #double(): void {
    const [selection, american] = [this.selection, this.american];
    this.selection = new Int32Array(selection.length * 2);
    this.american = new Int32Array(selection.length * 2);
    this.selection.set(selection);
    this.american.set(american);
  }
}

/** The message that a frame with this head and these outcomes is. Good until the next frame is scanned. */
export function messageOf(
  head: FrameHead,
  scanned: ScannedPrices,
): BoardMessage & { readonly kind: 'prices' } {
  return new PricesMessage(head, scanned);
}

/** Its outcomes in words are made only for who asks. */
class PricesMessage {
  readonly kind = 'prices';
  readonly mode: FrameHead['mode'];
  readonly origin: FrameHead['origin'];
  readonly at: GameAtBook;
  readonly recognised: ScannedPrices;

  constructor(head: FrameHead, scanned: ScannedPrices) {
    this.mode = head.mode;
    this.origin = head.origin;
    this.at = head.place.at;
    this.recognised = scanned;
  }

  get outcomes(): readonly Outcome[] {
    return this.recognised.inWords();
  }
}
