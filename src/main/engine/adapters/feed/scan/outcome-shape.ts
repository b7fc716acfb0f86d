import { ByteStore } from '#domain/board/text/byte-store.ts';
import { membersOf } from './json-places.ts';

/** The fields of an outcome, as numbers. */
export const FIELD = { odds: 0, link: 1, name: 2, line: 3, overUnder: 4, target: 5 } as const;

const FIELD_OF: Readonly<Record<string, number>> = {
  odds: FIELD.odds,
  link: FIELD.link,
  outcome_name: FIELD.name,
  outcome_line: FIELD.line,
  outcome_over_under: FIELD.overUnder,
  outcome_target: FIELD.target,
};

/** How outcomes are written: which fields in which order, and the bytes that stand between them. */
export interface OutcomeShape {
  /** `FIELD` numbers in the order of the frame. */
  readonly fields: Uint8Array;
  /** For each field the piece before its value, from the key's closing quote on; then the piece that ends the outcome. */
  readonly before: readonly number[];
  readonly end: number;
  /** The piece between two outcomes, before the next key's opening quote. */
  readonly between: number;
}

const MOST_SHAPES = 8;

/** The ways in which outcomes were seen to be written: one or two for a whole feed. */
export class OutcomeShapes {
  /** The pieces that shapes speak of by number. */
  readonly pieces = new ByteStore();
  readonly #shapes = new Map<string, OutcomeShape>();
  #nextPiece = 0;

  /** The shape of an object's first outcome; `null` where it has none, or one with fields that are not known. */
  shapeOf(json: Buffer, outcomes: number): OutcomeShape | null {
    const [first, second] = membersOf(json, outcomes, 2) ?? [];
    if (first === undefined) return null;
    const members = membersOf(json, first.from);
    if (members === null || members.length === 0) return null;
    const fields = members.map(({ key }) => (Object.hasOwn(FIELD_OF, key) ? FIELD_OF[key]! : -1));
    if (fields.includes(-1)) return null;
    const texts: Buffer[] = [];
    let from = first.keyFrom + Buffer.byteLength(first.key);
    for (const member of members) {
      texts.push(json.subarray(from, member.from));
      from = member.to;
    }
    texts.push(json.subarray(from, first.to));
    // one outcome alone does not show what would part it from the next: it is taken for what parts its fields
    const parted = texts[1]?.subarray(0, texts[1].indexOf('"')) ?? Buffer.from(', ');
    texts.push(second === undefined ? parted : json.subarray(first.to, second.keyFrom - 1));
    const name = `${fields.join()}|${texts.map((text) => text.toString('latin1')).join('|')}`;
    const known = this.#shapes.get(name);
    if (known !== undefined) return known;
    if (this.#shapes.size >= MOST_SHAPES) return null;
    const ids = texts.map((text) => this.#put(text));
    const shape = {
      fields: Uint8Array.from(fields),
      before: ids.slice(0, fields.length),
      end: ids[fields.length]!,
      between: ids[fields.length + 1]!,
    };
    this.#shapes.set(name, shape);
    return shape;
  }

  #put(text: Buffer): number {
    this.pieces.put(this.#nextPiece, text, 0, text.length);
    this.#nextPiece += 1;
    return this.#nextPiece - 1;
  }
}
