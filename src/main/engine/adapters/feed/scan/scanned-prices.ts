import { grown } from '#domain/board/columns.ts';
import type { BoardMessage, GameAtBook, Outcome, Place, Recognised } from '#domain/board/messages.ts';
import { NONE, type PackedLink, type Selections } from '#domain/board/selections.ts';
import { NO_WORDING } from '#domain/board/text/wordings.ts';

/** What was read of one frame, as columns; used again for the next. */
export class ScannedPrices implements Recognised {
  place!: Place;
  count = 0;
  selection = new Int32Array(256);
  american = new Int32Array(256);
  wording = new Int32Array(256);
  linkForm = new Int32Array(256);
  linkLow = new Int32Array(256);
  linkHigh = new Int32Array(256);
  isTaken = false;
  readonly #selections: Selections;

  constructor(selections: Selections) {
    this.#selections = selections;
  }

  /** Begins a frame; lets go of what the last one held and nobody took. */
  begin(place: Place): void {
    if (!this.isTaken) this.#letGo();
    this.isTaken = false;
    this.place = place;
    this.count = 0;
    this.#firstHeld = Number.POSITIVE_INFINITY;
  }

  #firstHeld = Number.POSITIVE_INFINITY;

  #letGo(): void {
    const { wordings, links } = this.#selections;
    for (let at = this.#firstHeld; at < this.count; at += 1) {
      if (this.wording[at] === NO_WORDING) continue;
      wordings.release(this.wording[at]!);
      links.release(this.linkForm[at]!);
    }
  }

  /** The selection that was read last, `NONE` = a new one, or none yet. */
  last(): number {
    return this.count === 0 ? NONE : this.selection[this.count - 1]!;
  }

  /** A selection that is stated as it is known, with its price. */
  again(selection: number, american: number): void {
    const at = this.count;
    if (at === this.selection.length) this.#double();
    this.selection[at] = selection;
    this.american[at] = american;
    this.wording[at] = NO_WORDING;
    this.count = at + 1;
  }

  /** One that is new, or says something new: its wording and its link's form are held for it until the next frame. */
  anew(selection: number, american: number, wording: number, link: PackedLink): void {
    const at = this.count;
    this.again(selection, american);
    if (at < this.#firstHeld) this.#firstHeld = at;
    this.wording[at] = wording;
    this.linkForm[at] = link.form;
    this.linkLow[at] = link.low;
    this.linkHigh[at] = link.high;
  }

  /** The outcomes as a parsed frame would state them. */
  inWords(): Outcome[] {
    return Array.from({ length: this.count }, (_, at) => this.#wordsOf(at));
  }

  #wordsOf(at: number): Outcome {
    const selections = this.#selections;
    const { wordings } = selections;
    const selection = this.selection[at]!;
    const isAgain = this.wording[at] === NO_WORDING;
    const wording = isAgain ? selections.wording(selection) : this.wording[at]!;
    return {
      key: wordings.texts.at(wordings.key(wording)) ?? '',
      american: this.american[at]!,
      name: wordings.name(wording),
      line: wordings.line(wording),
      overUnder: wordings.overUnder(wording),
      target: wordings.target(wording),
      link: isAgain
        ? selections.link(selection)
        : selections.links.at(this.linkForm[at]!, this.linkLow[at]!, this.linkHigh[at]!),
    };
  }

  #double(): void {
    const capacity = this.selection.length * 2;
    this.selection = grown(this.selection, capacity);
    this.american = grown(this.american, capacity);
    this.wording = grown(this.wording, capacity);
    this.linkForm = grown(this.linkForm, capacity);
    this.linkLow = grown(this.linkLow, capacity);
    this.linkHigh = grown(this.linkHigh, capacity);
  }
}

/** A message of prices; its outcomes in words are made only for who asks. Good until the next frame is scanned. */
export class ScannedMessage {
  readonly kind = 'prices';
  readonly mode: 'replace' | 'merge';
  readonly origin: (BoardMessage & { kind: 'prices' })['origin'];
  readonly at: GameAtBook;
  readonly recognised: ScannedPrices;

  constructor({ mode, origin }: Pick<ScannedMessage, 'mode' | 'origin'>, recognised: ScannedPrices) {
    this.mode = mode;
    this.origin = origin;
    this.at = recognised.place.at;
    this.recognised = recognised;
  }

  get outcomes(): readonly Outcome[] {
    return this.recognised.inWords();
  }
}
