import { CHANGE_ADDED, CHANGE_CONFIRMED, CHANGE_PRICE, CHANGE_REMOVED } from '../../board/changes.ts';
import { priceOrNull } from '../../board/describe.ts';
import type { Listing } from '../../board/listings.ts';
import { NONE } from '../../board/selections.ts';
import { NOT_OFFERED } from '../../odds/american.ts';
import { type Surroundings, subjectOf, type WatchedChange } from '../looking/surroundings.ts';
import { evidenceOf } from '../looking/words.ts';
import type { EventRule, GameEvent, Rule } from '../rule/rule.ts';
import type { CompiledRule } from '../watching/compiled-rule.ts';
import { addTo } from '../watching/lists.ts';

/** More than so many at once at one sportsbook are told as one. */
const MOST_SINGLE = 3;
/** Prices in the evidence of one alert. */
const MOST_EVIDENCE = 50;
/** Selections that went, remembered a rule: when they come back they are reopened, not new. */
const MOST_GONE = 50_000;

const WORDS: Readonly<Record<GameEvent, string>> = {
  suspended: 'suspended',
  reopened: 'reopened',
  'new-market': 'new market',
  'game-added': 'game added',
  'game-removed': 'game removed',
  'starts-soon': 'starts soon',
};

/** Notices what happens to what is offered: suspended, reopened, new and gone. */
export class EventKind {
  readonly #watcher: CompiledRule;
  readonly #rule: Rule & EventRule;
  readonly #gone = new Set<string>();

  constructor(watcher: CompiledRule, rule: Rule & EventRule) {
    this.#watcher = watcher;
    this.#rule = rule;
  }

  /** All changes of one listing in one fold; none of them is from a game that came or went as a whole. */
  listingChanged(changes: readonly WatchedChange[], around: Surroundings): void {
    const found = new Map<GameEvent, WatchedChange[]>();
    const added: WatchedChange[] = [];
    for (const change of changes) {
      const event = this.#eventOf(change, around);
      if (event === 'new-market') added.push(change);
      else if (event !== null) addTo(found, event, change);
    }
    const markets = newMarkets(added, around);
    for (const change of markets) addTo(found, 'new-market', change);
    for (const [event, those] of found)
      if (this.#rule.events.includes(event)) this.#tell(event, those, around);
  }

  /** A game came to the board or left it: for good, or at one of the rule's sportsbooks. */
  gameChanged(
    event: 'game-added' | 'game-removed',
    game: number,
    sportsbook: string,
    around: Surroundings,
  ): void {
    if (!this.#rule.events.includes(event)) return;
    around.found({
      watcher: this.#watcher,
      subject: `${event}|${sportsbook}|${around.board.games.at(game).label}`,
      game,
      selection: null,
      from: null,
      to: null,
      reason: `${WORDS[event]} at ${sportsbook}`,
      evidence: () => [],
    });
  }

  #eventOf(change: WatchedChange, { board }: Surroundings): GameEvent | null {
    const { what, previous, american } = change;
    if ((what & CHANGE_PRICE) === 0) return null;
    if ((what & CHANGE_REMOVED) !== 0) {
      if (this.#gone.size >= MOST_GONE) this.#gone.clear();
      this.#gone.add(subjectOf(board, change));
    }
    if (american === NOT_OFFERED) return previous === NOT_OFFERED ? null : 'suspended';
    if (previous !== NOT_OFFERED || (what & CHANGE_CONFIRMED) !== 0) return null;
    if ((what & CHANGE_ADDED) === 0 || this.#gone.delete(subjectOf(board, change))) return 'reopened';
    return 'new-market';
  }

  #tell(event: GameEvent, changes: readonly WatchedChange[], around: Surroundings): void {
    const groups = changes.length > MOST_SINGLE ? [changes] : changes.map((change) => [change]);
    for (const group of groups) {
      const first = group[0]!;
      const { board } = around;
      const many = group.length > 1 ? `, and ${group.length - 1} more of its selections` : '';
      around.found({
        watcher: this.#watcher,
        subject: `${event}|${subjectOf(board, first)}`,
        game: first.listing.game,
        selection: first.selection,
        from: priceOrNull(first.previous),
        to: priceOrNull(first.american),
        reason: `${WORDS[event]} at ${first.sportsbook}${many}`,
        evidence: () =>
          group
            .slice(0, MOST_EVIDENCE)
            .map(({ selection, previous, american }) => evidenceOf(board, selection, previous, american)),
      });
    }
  }
}

/** The first selection of each market that its listing did not have before this fold. */
function newMarkets(added: readonly WatchedChange[], { board }: Surroundings): readonly WatchedChange[] {
  if (added.length === 0) return [];
  const { selections } = board;
  const listing: Listing = added[0]!.listing;
  const isAdded = new Set(added.map(({ selection }) => selection));
  const known = new Set<string | null>();
  for (let at = listing.head; at !== NONE; at = selections.next(at))
    if (!isAdded.has(at)) known.add(selections.name(at));
  const first = new Map<string | null, WatchedChange>();
  for (const change of added) {
    const name = selections.name(change.selection);
    if (!known.has(name) && !first.has(name)) first.set(name, change);
  }
  return [...first.values()];
}
