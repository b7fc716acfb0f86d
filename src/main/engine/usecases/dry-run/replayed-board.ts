import { Board } from '#domain/board/board.ts';
import type { Changes } from '#domain/board/changes.ts';
import { Fixtures } from '#domain/board/fixtures.ts';
import type { BoardMessage, GameAtBook, Outcome } from '#domain/board/messages.ts';
import { NONE } from '#domain/board/selections.ts';
import { Comparison } from '#domain/comparison/comparison.ts';
import { FROM_SNAPSHOT, GONE, type RecordedChanges } from '#domain/history/recorded-changes.ts';
import type { KeptGame, KeptSelection } from '../../ports/recorded-day.ts';

/** A selection with where it was offered. */
interface Offered {
  readonly id: number;
  readonly outcome: string;
  readonly words: Outcome;
  readonly place: ReplayedPlace;
}

/** A game at a sportsbook. */
interface ReplayedPlace {
  readonly at: GameAtBook;
}

/** What was recorded of a place in one millisecond, as far as it may have been one message. */
interface Message {
  readonly place: ReplayedPlace;
  /** By the sportsbook's name of the outcome. */
  readonly priced: Map<string, Outcome>;
  readonly gone: Set<string>;
  readonly seen: Set<number>;
  isSnapshot: boolean;
}

interface BoardNeeds {
  /** Before each fold: the time at which it was. */
  readonly goTo: (atMs: number) => void;
  /** After each fold that changed something. `isNews`: whether it was a message, and no clearing of a sportsbook. */
  readonly folded: (changes: Changes, isNews: boolean) => void;
}

/** The board as it was, told anew from the recorded changes: each becomes part of the message that it came with. */
export class ReplayedBoard {
  readonly board = new Board();
  readonly fixtures = new Fixtures(this.board.games);
  readonly comparison = new Comparison(this.board, this.fixtures);
  readonly #needs: BoardNeeds;
  readonly #offered = new Map<number, Offered>();

  constructor(needs: BoardNeeds) {
    this.#needs = needs;
  }

  /** Makes a game's selections known, with the prices that stood when the span began: nobody knows since when. */
  open(
    game: KeptGame,
    selections: readonly KeptSelection[],
    prices: ReadonlyMap<number, number>,
    atMs: number,
  ): void {
    const { label, sport, home, away, startsAtMs, universalId } = game;
    for (const [sportsbook, own] of Map.groupBy(selections, (each) => each.sportsbook)) {
      const place = { at: { sportsbook, sport, game: label, home, away, startsAtMs, universalId } };
      for (const { id, outcome, name, line, overUnder, target } of own) {
        const words = { key: outcome, american: 0, name, line, overUnder, target, link: null };
        this.#offered.set(id, { id, outcome, words, place });
      }
      const outcomes = own.flatMap(({ id }) => {
        const american = prices.get(id);
        return american === undefined ? [] : [{ ...this.#offered.get(id)!.words, american }];
      });
      if (outcomes.length > 0)
        this.#fold({ kind: 'prices', mode: 'merge', origin: 'snapshot', at: place.at, outcomes }, atMs, true);
    }
  }

  /** Tells changes, which stand in the order of time. What belongs to no known selection is left out. */
  replay(changes: RecordedChanges): void {
    for (let from = 0; from < changes.count; ) {
      let to = from + 1;
      while (to < changes.count && changes.atMs[to] === changes.atMs[from]) to += 1;
      this.#tell(this.#messagesOf(changes, from, to), changes.atMs[from]!);
      from = to;
    }
  }

  #messagesOf(changes: RecordedChanges, from: number, to: number): Message[] {
    const messages: Message[] = [];
    const open = new Map<ReplayedPlace, Message>();
    for (let at = from; at < to; at += 1) {
      const offered = this.#offered.get(changes.selection[at]!);
      if (offered === undefined) continue;
      const { place, outcome, words, id } = offered;
      let message = open.get(place);
      // one message states a selection once
      if (message === undefined || message.seen.has(id)) {
        message = { place, priced: new Map(), gone: new Set(), seen: new Set(), isSnapshot: false };
        open.set(place, message);
        messages.push(message);
      }
      const what = changes.what[at]!;
      message.seen.add(id);
      if ((what & FROM_SNAPSHOT) !== 0) message.isSnapshot = true;
      if ((what & GONE) !== 0) message.gone.add(outcome);
      else message.priced.set(outcome, { ...words, american: changes.american[at]! });
    }
    return messages;
  }

  #tell(messages: readonly Message[], atMs: number): void {
    const { board } = this;
    const emptied = messages.filter((message) => this.#isEmptied(message));
    // several games of a sportsbook that leave at once were cleared: none of them was removed
    const counts = Map.groupBy(emptied, ({ place }) => place.at.sportsbook);
    for (const message of messages) {
      const { at } = message.place;
      const isEmptied = emptied.includes(message);
      const isCleared = isEmptied && (message.isSnapshot || counts.get(at.sportsbook)!.length > 1);
      const told: BoardMessage = isEmptied
        ? { kind: 'game-removed', sportsbook: at.sportsbook, game: at.game }
        : this.#pricesOf(message);
      board.mark(atMs);
      this.#fold(told, atMs, !isCleared);
    }
  }

  #pricesOf({ place, priced, gone, isSnapshot }: Message): BoardMessage {
    const origin = isSnapshot ? 'snapshot' : 'update';
    const outcomes = [...priced.values()];
    if ([...gone].every((key) => priced.has(key)))
      return { kind: 'prices', mode: 'merge', origin, at: place.at, outcomes };
    // what is missing from a complete message is gone, so the others are stated once more
    for (const { key, american } of this.#outcomesOf(place))
      if (!priced.has(key) && !gone.has(key)) outcomes.push({ ...UNSAID, key, american });
    return { kind: 'prices', mode: 'replace', origin, at: place.at, outcomes };
  }

  #isEmptied({ place, priced, gone }: Message): boolean {
    if (priced.size > 0 || gone.size === 0) return false;
    return this.#outcomesOf(place).every(({ key }) => gone.has(key));
  }

  #outcomesOf({ at }: ReplayedPlace): { readonly key: string; readonly american: number }[] {
    const { board } = this;
    const listing = board.listings.at(board.whereIs(at));
    const found: { key: string; american: number }[] = [];
    for (let each = listing?.head ?? NONE; each !== NONE; each = board.selections.next(each))
      found.push({ key: board.selections.key(each), american: board.selections.american(each) });
    return found;
  }

  #fold(message: BoardMessage, atMs: number, isNews: boolean): void {
    this.#needs.goTo(atMs);
    const { board } = this;
    board.fold(message, atMs);
    if (board.changes.isEmpty) return;
    this.fixtures.note(board.changes);
    this.comparison.note(board.changes);
    this.#needs.folded(board.changes, isNews);
  }
}

/** What a sportsbook does not say again stands as it is known. */
const UNSAID = {
  name: undefined,
  line: undefined,
  overUnder: undefined,
  target: undefined,
  link: undefined,
};
