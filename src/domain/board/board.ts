import { NOT_OFFERED } from '../odds/american.ts';
import {
  CHANGE_ADDED,
  CHANGE_CONFIRMED,
  CHANGE_LINK,
  CHANGE_PRICE,
  CHANGE_REMOVED,
  CHANGE_TEXT,
  type ChangeCause,
  Changes,
} from './changes.ts';
import { FoldTimes } from './fold-times.ts';
import { type Game, Games } from './games.ts';
import { type Listing, Listings } from './listings.ts';
import {
  type BoardMessage,
  type ChangeOrigin,
  type GameAtBook,
  type Outcome,
  type Place,
  placeOf,
  type Recognised,
} from './messages.ts';
import { Names } from './names.ts';
import type { SavedBoard } from './saved-board.ts';
import { NONE, type PackedLink, Selections } from './selections.ts';
import { NO_TEXT } from './text/texts.ts';
import { NO_WORDING } from './text/wordings.ts';

/** Most sportsbooks and leagues that the board tells apart, and most games and selections that it holds. */
export const BOARD_LIMITS = { sportsbooks: 1024, sports: 4096, games: 65_536, selections: 4_000_000 };

/** So many selections are looked at before a key is looked up. */
const LOOKS_AHEAD = 4;

/** Why a message could not be folded in. */
export type FoldRefusal =
  | 'too-many-sportsbooks'
  | 'too-many-sports'
  | 'too-many-games'
  | 'too-many-selections';

/** What a message states of a listing, while it is folded; used again for the next. */
interface Stated {
  isComplete: boolean;
  /** Selections stated so far. */
  selections: number;
  /** The selection stated last, `NONE` before the first. */
  last: number;
  refusal: FoldRefusal | null;
}

/** Says whether a selection is wanted, by where it is offered and its market's name. */
export type IsWanted = (
  at: { sportsbook: string; sport: string; game: string },
  market: string | null,
) => boolean;

/**
 * All prices as they stand now. Fold messages in with `fold`; `changes` then holds the selections that really
 * changed. A price is live when the current connection has stated it; after `beginConnection` every price is
 * stale until it is stated again, and `sweep` takes off what was not.
 */
export class Board {
  readonly sportsbooks = new Names(BOARD_LIMITS.sportsbooks);
  readonly sports = new Names(BOARD_LIMITS.sports);
  readonly games = new Games();
  readonly listings = new Listings();
  readonly selections = new Selections();
  readonly changes = new Changes();
  readonly #limits: Pick<typeof BOARD_LIMITS, 'games' | 'selections'>;
  readonly #foldTimes = new FoldTimes();
  #epoch = 1;
  readonly #epochEndedAtMs: number[] = [];
  #fold = 0;
  readonly #stated: Stated = { isComplete: false, selections: 0, last: NONE, refusal: null };

  /** `limits`: most games and selections held; more are refused, what is there stays current. */
  constructor(limits: Pick<typeof BOARD_LIMITS, 'games' | 'selections'> = BOARD_LIMITS) {
    this.#limits = limits;
  }

  /** Number of the current connection. */
  get epoch(): number {
    return this.#epoch;
  }

  /**
   * Marks every price stale at once: a new connection has to state them again. `currentUntilMs`: until when the
   * connection that ended was heard, Unix ms.
   */
  beginConnection(currentUntilMs: number): void {
    this.#epochEndedAtMs[this.#epoch] = currentUntilMs;
    this.#epoch += 1;
  }

  /** Until when the prices of an epoch were current, Unix ms; `undefined` of the one that goes on. */
  epochEndedAtMs(epoch: number): number | undefined {
    return this.#epochEndedAtMs[epoch];
  }

  /** The epochs that have ended, with the times until which their prices were current. */
  endedEpochs(): readonly (readonly [epoch: number, endedAtMs: number])[] {
    return [...this.#epochEndedAtMs.entries()].filter(([, endedAtMs]) => endedAtMs !== undefined);
  }

  /**
   * Fills an empty board with what was saved: every price stale, current until its own as-of time, until a connection
   * states it. `changes` holds the games that came, and no price: what was loaded moved nothing.
   */
  restore(saved: SavedBoard, atMs: number): void {
    if (this.listings.size + this.games.size > 0) throw new Error('Only an empty board can be filled.');
    this.#begin('snapshot', 'loaded', atMs);
    const books = saved.sportsbooks.map((name) => this.sportsbooks.intern(name) ?? 0);
    const sports = saved.sports.map((name) => this.sports.intern(name) ?? 0);
    const games = saved.games.map(
      (game) => this.games.ensure({ ...game, game: game.label, sportsbook: '' }, this.#carries).number,
    );
    this.changes.gamesAdded.push(...games);
    for (const endedAtMs of saved.asOfMs) this.beginConnection(endedAtMs);
    const firstEpoch = this.#epoch - saved.asOfMs.length;
    const listings = Array.from(saved.listings.game, (game, at) => {
      const number = this.listings.add(
        books[saved.listings.sportsbook[at]!]!,
        games[game]!,
        sports[saved.listings.sport[at]!]!,
      );
      this.games.at(games[game]!).sportsbooks += 1;
      return number;
    });
    const { texts } = this.selections.wordings;
    const textOf = new Int32Array(saved.texts.length + 1).fill(NO_TEXT, 0, 1);
    for (const [at, text] of saved.texts.entries()) textOf[at + 1] = texts.hold(text);
    this.selections.restore(
      saved.selections,
      textOf,
      (asOf) => firstEpoch + asOf,
      (selection, savedListing) => {
        const number = listings[savedListing]!;
        const listing = this.listings.at(number)!;
        const { head } = listing;
        listing.head = selection;
        listing.selections += 1;
        return { listing: number, head };
      },
    );
    for (const text of textOf) texts.release(text);
  }

  /** Whether the current connection has stated the selection. */
  isConfirmed(selection: number): boolean {
    return this.selections.epoch(selection) === this.#epoch;
  }

  /** Folds one message in. Answers why it could not be, `null` when it was. Read `changes` before the next fold. */
  fold(message: BoardMessage, atMs: number): FoldRefusal | null {
    this.#begin(message.kind === 'prices' ? message.origin : 'update', message.kind, atMs);
    switch (message.kind) {
      case 'prices':
        return this.#foldPrices(message);
      case 'game-removed':
        this.#removeGame(message.sportsbook, message.game);
        return null;
      case 'book-cleared':
        this.#removeWhere(this.#ofBook(message.sportsbook));
        return null;
      case 'sport-cleared': {
        const sport = this.sports.find(message.sport);
        const ofBook = this.#ofBook(message.sportsbook);
        this.#removeWhere((listing) => listing.sport === sport && ofBook(listing));
        return null;
      }
    }
  }

  /**
   * Takes off what the current connection has not stated: of one sportsbook, or of all. The second half of a
   * resync; `changes` holds what went.
   */
  sweep(sportsbook: string | null, atMs: number): void {
    this.#begin('snapshot', 'sweep', atMs);
    const isSwept = sportsbook === null ? () => true : this.#ofBook(sportsbook);
    for (const [number, listing] of this.listings.onBoard()) {
      if (!isSwept(listing)) continue;
      this.#removeSelections(listing, (selection) => !this.isConfirmed(selection));
      if (listing.epoch !== this.#epoch) this.#removeListing(number, listing);
    }
  }

  /** Takes off every selection that `isWanted` does not want, e.g. after a filter was narrowed; `changes` holds what went. */
  keepOnly(isWanted: IsWanted, atMs: number): void {
    this.#begin('update', 'filters', atMs);
    for (const [number, listing] of this.listings.onBoard()) {
      const at = {
        sportsbook: this.sportsbooks.at(listing.sportsbook),
        sport: this.sports.at(listing.sport),
        game: this.games.at(listing.game).label,
      };
      this.#removeSelections(listing, (selection) => !isWanted(at, this.selections.name(selection)));
      if (listing.selections === 0) this.#removeListing(number, listing);
    }
  }

  /** Whether a game at some sportsbook still waits for its first word from the current connection. */
  hasUnconfirmed(): boolean {
    for (const [, listing] of this.listings.onBoard()) if (listing.epoch !== this.#epoch) return true;
    return false;
  }

  /**
   * Says at what time, by a clock that nobody turns, the next fold states what it states. Unit: ms. Whoever never says it
   * has no ages of statements.
   */
  mark(uptimeMs: number): void {
    this.#foldTimes.note((this.#fold + 1) >>> 0, uptimeMs);
  }

  /** When a selection was stated last, by the clock of `mark`; `null` where that is too long ago to tell. Unit: ms. */
  statedAtMs(selection: number): number | null {
    return this.#foldTimes.at(this.selections.fold(selection));
  }

  /** The first fold that was at this time by the clock of `mark` or later, see `Selections.fold`. Unit: ms. */
  foldSince(uptimeMs: number): number {
    return this.#foldTimes.since(uptimeMs);
  }

  /** The listing of a game at a sportsbook, by their numbers. */
  listingOf(sportsbook: number, game: number): Listing | undefined {
    const number = this.listings.find(sportsbook, game);
    return number === -1 ? undefined : this.listings.at(number);
  }

  /** Whether the board knows where a place is: its listing still stands. */
  isFound({ listing }: Place): boolean {
    return listing !== null && !listing.isGone;
  }

  /** The listing of a game at a sportsbook, -1 where there is none. Changes nothing. */
  whereIs({ sportsbook, game }: Pick<GameAtBook, 'sportsbook' | 'game'>): number {
    const [book, known] = [this.sportsbooks.find(sportsbook), this.games.find(game)];
    return book === undefined || known === undefined ? -1 : this.listings.find(book, known);
  }

  /** The sportsbook of a selection, by number. */
  sportsbookNumberOf(selection: number): number {
    return this.#placeOf(selection).sportsbook;
  }

  /** The game of a selection. */
  gameOf(selection: number): Game {
    return this.games.at(this.#placeOf(selection).game);
  }

  /** The sportsbook of a selection, by name. */
  sportsbookOf(selection: number): string {
    return this.sportsbooks.at(this.#placeOf(selection).sportsbook);
  }

  #placeOf(selection: number): Listing {
    return this.listings.at(this.selections.listing(selection))!;
  }

  #begin(origin: ChangeOrigin, cause: ChangeCause, atMs: number): void {
    this.selections.recycle();
    this.listings.recycle();
    this.games.recycle();
    this.changes.clear(origin, cause, atMs);
    this.#fold = (this.#fold + 1) >>> 0;
  }

  #foldPrices(message: BoardMessage & { kind: 'prices' }): FoldRefusal | null {
    const { recognised } = message;
    const place = recognised?.place ?? placeOf(message.at);
    if (this.isFound(place)) this.#restate(place);
    else {
      const refused = this.#find(place);
      if (refused !== null) return refused;
    }
    const { number, sport } = place;
    const listing = place.listing!;
    this.changes.listing = number;
    if (listing.sport !== sport && place.at.sport !== '') listing.sport = sport;
    listing.epoch = this.#epoch;
    const stated = this.#stated;
    stated.isComplete = message.mode === 'replace';
    stated.selections = 0;
    stated.last = NONE;
    stated.refusal = null;
    if (recognised === undefined) this.#foldOutcomes(number, listing, message.outcomes, stated);
    else this.#foldRecognised(number, listing, recognised, stated);
    if (stated.isComplete && listing.selections > stated.selections)
      this.#removeSelections(listing, this.#isUnstated);
    return stated.refusal;
  }

  readonly #isUnstated = (selection: number): boolean => this.selections.fold(selection) !== this.#fold;

  /** What is said of the game may be news by now, even in the words that were heard before. */
  #restate(place: Place): void {
    const { games } = this;
    if (place.games === games.state) return;
    const { game } = place.listing!;
    if (games.restate(game, place.at, this.#carries)) this.changes.gamesRestated.push(game);
    place.games = games.state;
  }

  /** Finds the listing of a place, or makes it. */
  #find(place: Place): FoldRefusal | null {
    const { at } = place;
    const sportsbook = this.sportsbooks.intern(at.sportsbook);
    if (sportsbook === undefined) return 'too-many-sportsbooks';
    const sport = this.sports.intern(at.sport);
    if (sport === undefined) return 'too-many-sports';
    if (this.games.size >= this.#limits.games && this.games.find(at.game) === undefined)
      return 'too-many-games';
    const number = this.#ensureListing(sportsbook, sport, at);
    place.listing = this.listings.at(number)!;
    place.number = number;
    place.sport = sport;
    return null;
  }

  #foldOutcomes(number: number, listing: Listing, outcomes: readonly Outcome[], stated: Stated): void {
    const { selections } = this;
    for (const outcome of outcomes) {
      const { american } = outcome;
      const known = this.#known(number, listing, outcome.key, stated.last);
      if (known === NONE) {
        if (this.#isFull(stated)) continue;
        this.#add(
          number,
          listing,
          selections.wordings.takeOf(outcome.key, outcome),
          american,
          this.#linkOf(outcome),
          stated,
        );
        continue;
      }
      let texts = selections.retext(known, outcome) ? CHANGE_TEXT : 0;
      if (selections.relink(known, outcome)) texts |= CHANGE_LINK;
      this.#foldKnown(known, listing, american, texts, stated);
    }
  }

  #foldRecognised(number: number, listing: Listing, recognised: Recognised, stated: Stated): void {
    const { selections } = this;
    const { selection, american, wording, linkForm, linkLow, linkHigh, count } = recognised;
    const link = { form: NO_TEXT, low: 0, high: 0 };
    recognised.isTaken = true;
    for (let at = 0; at < count; at += 1) {
      const known = selection[at]!;
      const words = wording[at]!;
      let texts = 0;
      if (words !== NO_WORDING) {
        const isNew = known === NONE;
        link.form = linkForm[at]!;
        link.low = linkLow[at]!;
        link.high = linkHigh[at]!;
        if (isNew && this.#isFull(stated)) {
          selections.wordings.release(words);
          selections.links.release(link.form);
          continue;
        }
        if (isNew) {
          this.#add(number, listing, words, american[at]!, link, stated);
          continue;
        }
        if (selections.reword(known, words)) texts = CHANGE_TEXT;
        if (selections.relinkPacked(known, link.form, link.low, link.high)) texts |= CHANGE_LINK;
      }
      this.#foldKnown(known, listing, american[at]!, texts, stated);
    }
  }

  /** The selection with a key: mostly one of those behind the one that was stated last. */
  #known(number: number, listing: Listing, key: string, last: number): number {
    const { selections } = this;
    let expected = last === NONE ? listing.head : selections.next(last);
    for (let looks = 0; looks < LOOKS_AHEAD && expected !== NONE; looks += 1) {
      if (selections.key(expected) === key) return expected;
      expected = selections.next(expected);
    }
    return selections.withKey(number, key);
  }

  #linkOf({ link }: Outcome): PackedLink {
    const { links } = this.selections;
    return { form: links.take(link ?? null), low: links.digits.low, high: links.digits.high };
  }

  #isFull(stated: Stated): boolean {
    if (this.selections.size < this.#limits.selections) return false;
    stated.refusal = 'too-many-selections';
    return true;
  }

  /** Adds a selection behind the one that was stated last. */
  #add(
    number: number,
    listing: Listing,
    wording: number,
    american: number,
    link: PackedLink,
    stated: Stated,
  ): void {
    const { selections } = this;
    const selection = selections.add(number, listing.head, stated.last, wording, american, link);
    if (stated.last === NONE) listing.head = selection;
    listing.selections += 1;
    selections.confirm(selection, this.#epoch, this.#fold);
    this.changes.add(selection, NOT_OFFERED, american, CHANGE_ADDED | CHANGE_PRICE);
    stated.selections += 1;
    stated.last = selection;
  }

  /** Folds a price of a selection whose texts are dealt with. */
  #foldKnown(known: number, listing: Listing, american: number, texts: number, stated: Stated): void {
    const { selections } = this;
    const isAgain = selections.fold(known) === this.#fold;
    if (!isAgain) {
      stated.selections += 1;
      if (stated.isComplete && (stated.last === NONE ? listing.head : selections.next(stated.last)) !== known)
        listing.head = selections.move(known, listing.head, stated.last);
      stated.last = known;
    }
    const wasStale = selections.epoch(known) !== this.#epoch;
    const before = selections.american(known);
    let what = wasStale ? texts | CHANGE_CONFIRMED : texts;
    if (before !== american) {
      what |= CHANGE_PRICE;
      selections.reprice(known, american, this.changes.atMs);
    }
    selections.confirm(known, this.#epoch, this.#fold);
    if (what !== 0) this.changes.add(known, wasStale ? NOT_OFFERED : before, american, what, before);
  }

  readonly #carries = (sportsbook: string, game: number): boolean => {
    const number = this.sportsbooks.find(sportsbook);
    return number !== undefined && this.listings.find(number, game) !== -1;
  };

  #ensureListing(sportsbook: number, sport: number, at: GameAtBook): number {
    const game = this.games.ensure(at, this.#carries);
    if (game.news === 'added') this.changes.gamesAdded.push(game.number);
    if (game.news === 'restated') this.changes.gamesRestated.push(game.number);
    const known = this.listings.find(sportsbook, game.number);
    if (known !== -1) return known;
    this.games.at(game.number).sportsbooks += 1;
    return this.listings.add(sportsbook, game.number, sport);
  }

  #ofBook(sportsbook: string): (listing: Listing) => boolean {
    const number = this.sportsbooks.find(sportsbook);
    return (listing) => listing.sportsbook === number;
  }

  #removeGame(sportsbook: string, label: string): void {
    const book = this.sportsbooks.find(sportsbook);
    const game = this.games.find(label);
    if (book === undefined || game === undefined) return;
    const number = this.listings.find(book, game);
    if (number !== -1) this.#removeListing(number, this.listings.at(number)!);
  }

  #removeWhere(isGone: (listing: Listing) => boolean): void {
    for (const [number, listing] of this.listings.onBoard()) {
      if (isGone(listing)) this.#removeListing(number, listing);
    }
  }

  #removeListing(number: number, listing: Listing): void {
    this.#removeSelections(listing, () => true);
    this.listings.remove(number);
    if (this.games.leave(listing.game) > 0) return;
    this.games.remove(listing.game);
    this.changes.gamesRemoved.push(listing.game);
  }

  #removeSelections(listing: Listing, isGone: (selection: number) => boolean): void {
    const { selections } = this;
    for (let selection = listing.head; selection !== NONE; ) {
      const next = selections.next(selection);
      if (isGone(selection)) {
        const held = selections.american(selection);
        const before = this.isConfirmed(selection) ? held : NOT_OFFERED;
        this.changes.add(
          selection,
          before,
          NOT_OFFERED,
          CHANGE_REMOVED | (held === NOT_OFFERED ? 0 : CHANGE_PRICE),
        );
        listing.head = selections.remove(selection, listing.head);
        listing.selections -= 1;
      }
      selection = next;
    }
  }
}
