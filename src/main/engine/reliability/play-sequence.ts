import type { FeedFilters } from '#contract/filters.ts';
import { Board } from '#domain/board/board.ts';
import type { Changes } from '#domain/board/changes.ts';
import { describeSelections } from '#domain/board/describe.ts';
import type { BoardMessage } from '#domain/board/messages.ts';
import { createMemoryBudgets } from '../adapters/system/memory-budgets.ts';
import { ManualClock } from '../testing/manual-clock.ts';
import { OddsFollower } from '../usecases/follow-odds.ts';
import { HandPlayedServer } from './hand-played-server.ts';
import { SeededChance } from './seeded-chance.ts';
import { anyOutcome, BOOKS, GAMES, KEYS, lineOf, MARKETS, type TrueOutcome } from './truth.ts';

/** Long enough for every pause, every limit and a resync that hears nothing. */
const CALM_MS = 240_000;

const TIMES = {
  move: 5,
  reprice: 6,
  replace: 3,
  remove: 2,
  'book clear': 1,
  'sport clear': 1,
  noise: 2,
  filters: 3,
  cut: 2,
  silence: 1,
  wake: 1,
  time: 5,
};
type Step = keyof typeof TIMES;
const STEPS = (Object.keys(TIMES) as Step[]).flatMap((step) =>
  Array.from({ length: TIMES[step] }, () => step),
);
/** A user who clicks about in the filters of a busy feed that does not break. */
const CLICKS: readonly Step[] = [
  'filters',
  'filters',
  'filters',
  'move',
  'reprice',
  'replace',
  'time',
  'remove',
];

/** A client and a server that chance plays with, and everything that must hold at any moment. For tests. */
class Story {
  readonly #log: string[] | null;
  readonly #chance: SeededChance;
  readonly #temper: readonly Step[];
  readonly #clock = new ManualClock();
  readonly #board = new Board();
  readonly #server: HandPlayedServer;
  readonly #follower: OddsFollower;
  /** What the current connection has said of each selection: all that may be live. */
  readonly #stated = new Map<string, number>();
  /** What changes have told of each selection on the current connection. */
  readonly #told = new Map<string, number>();

  constructor(seed: number, log: string[] | null) {
    this.#log = log;
    this.#chance = new SeededChance(seed);
    this.#temper = this.#chance.is(0.3) ? CLICKS : STEPS;
    this.#server = new HandPlayedServer(this.#clock, this.#chance, {
      delivered: ({ message }) => this.#hear(message),
      ended: () => {
        this.#note(() => '  ended');
        this.#stated.clear();
        this.#told.clear();
      },
    });
    this.#follower = new OddsFollower({
      feed: this.#server.feed,
      board: this.#board,
      budgets: createMemoryBudgets(),
      clock: this.#clock,
      chance: this.#chance.next,
      filters: {},
      filtersChanged: () => undefined,
      changed: (changes) => this.#checkChanges(changes),
      status: ({ state }) => this.#note(() => `  ${state}`),
    });
    for (const book of BOOKS) {
      for (const game of this.#chance.some(Object.keys(GAMES))) this.#run('move', book, game);
    }
    this.#follower.start();
    this.#clock.pass(this.#chance.pick([0, 2_000, 10_000]));
  }

  /** Plays so many steps, then lets everything come to rest and compares. Answers how many selections there were. */
  play(steps: number): number {
    this.#server.uneasy();
    for (let step = 0; step < steps; step += 1) {
      this.#step();
      this.#checkLive();
    }
    this.#server.calm();
    this.#note(() => 'calm');
    this.#clock.pass(CALM_MS);
    this.#checkLive();
    return this.#compare();
  }

  #step(): void {
    const [book, game] = [this.#chance.pick(BOOKS), this.#chance.pick(Object.keys(GAMES))];
    const step = this.#chance.pick(this.#temper);
    this.#note(() => `${step} ${book} ${game}`);
    this.#run(step, book, game);
    this.#clock.pass(this.#chance.pick([0, 0, 10, 400, 1_500]));
  }

  #run(step: Step, book: string, game: string): void {
    const listing = this.#server.truth.find(book, game);
    switch (step) {
      case 'move':
        return this.#server.move(this.#server.truth.ensure(book, game), this.#outcomes(1), true);
      case 'reprice':
        return this.#reprice(book, game);
      case 'replace':
        return listing && this.#server.replace(listing, this.#outcomes(0));
      case 'remove':
        return listing && this.#server.remove(listing);
      case 'book clear':
        return this.#server.clear(book, null);
      case 'sport clear':
        return this.#server.clear(book, GAMES[game]!);
      case 'noise':
        return this.#server.noise();
      case 'filters':
        return this.#changeFilters();
      case 'cut':
        return this.#server.cut(this.#chance.pick(['closed', 'closed', 'closed', 'unreachable', 'too-many']));
      case 'silence':
        return this.#server.fallSilent();
      case 'wake':
        return this.#follower.reconnect('The machine slept.');
      case 'time':
        return this.#clock.pass(this.#chance.pick([3_000, 5_000, 8_000, 20_000, 70_000]));
    }
  }

  #outcomes(least: number): Map<string, TrueOutcome> {
    const keys = this.#chance.shuffled(KEYS).slice(0, this.#chance.whole(least, KEYS.length));
    return new Map(keys.map((key) => [key, anyOutcome(key, this.#chance)]));
  }

  /** New prices for what is there, their texts left out. */
  #reprice(book: string, game: string): void {
    const listing = this.#server.truth.find(book, game);
    if (listing === undefined || listing.outcomes.size === 0) return;
    const american = this.#chance.pick([-115, 130, null]);
    const moved = [...listing.outcomes].slice(0, this.#chance.whole(1, 3));
    const changes = new Map(moved.map(([key, outcome]) => [key, { ...outcome, american }]));
    this.#server.move(listing, changes, this.#chance.is(0.3));
  }

  #changeFilters(): void {
    const lists = {
      sports: this.#chance.some(['NBA', 'NFL', 'NHL', 'nothing']),
      sportsbooks: this.#chance.some(BOOKS),
      games: this.#chance.some(Object.keys(GAMES)),
      markets: this.#chance.some(MARKETS),
    };
    const kept = Object.entries(lists).filter(([, list]) => list.length > 0 && this.#chance.is(0.4));
    const filters: FeedFilters = Object.fromEntries(kept);
    this.#note(() => `  wants ${JSON.stringify(filters)}`);
    this.#follower.changeFilters(filters);
  }

  /** The plainest fold that there is. */
  #hear(message: BoardMessage): void {
    this.#note(() => `  heard ${JSON.stringify(message)}`);
    if (message.kind !== 'prices') {
      for (const id of this.#stated.keys()) if (isOf(id, message)) this.#stated.delete(id);
      return;
    }
    const { sportsbook, game } = message.at;
    const isListing = (id: string) => isOf(id, { kind: 'game-removed', sportsbook, game });
    if (message.mode === 'replace') {
      for (const id of this.#stated.keys()) if (isListing(id)) this.#stated.delete(id);
    }
    for (const { key, american } of message.outcomes) this.#stated.set(idOf(sportsbook, game, key), american);
  }

  #checkChanges(changes: Changes): void {
    const { selections } = this.#board;
    for (let at = 0; at < changes.count; at += 1) {
      const id = this.#idOf(changes.selection(at));
      const previous = changes.previous(at);
      const expected = this.#told.get(id) ?? 0;
      if (previous !== 0 && previous !== expected)
        this.#fail(`${id} changed from ${previous}, though ${expected} was live`);
      this.#told.set(id, changes.american(at));
      if (changes.american(at) !== 0 && changes.american(at) !== selections.american(changes.selection(at)))
        this.#fail(`${id} was told as ${changes.american(at)}`);
    }
  }

  /** What counts as live is what this connection has said, and a feed that is fully live holds nothing else. */
  #checkLive(): void {
    const { selections, listings } = this.#board;
    for (const [, listing] of listings.onBoard()) {
      for (let selection = listing.head; selection !== -1; selection = selections.next(selection)) {
        const id = this.#idOf(selection);
        const isLive = this.#follower.isLive && this.#board.isConfirmed(selection);
        if (isLive && this.#stated.get(id) !== selections.american(selection))
          this.#fail(
            `${id} is live at ${selections.american(selection)}, the connection said ${this.#stated.get(id)}`,
          );
        if (!isLive && this.#follower.status.state === 'live') this.#fail(`${id} is stale in a live feed`);
      }
    }
  }

  #compare(): number {
    if (this.#follower.status.state !== 'live') this.#fail(`it is ${this.#follower.status.state}`);
    const held = describeSelections(this.#board).map(lineOfRecord).sort();
    const expected = this.#server.truth.lines(this.#follower.filters);
    if (held.join('\n') !== expected.join('\n'))
      this.#fail(`the board is\n${held.join('\n')}\nnot\n${expected.join('\n')}`);
    return held.length;
  }

  #idOf(selection: number): string {
    const listing = this.#board.listings.at(this.#board.selections.listing(selection))!;
    const { sportsbooks, games, selections } = this.#board;
    return idOf(sportsbooks.at(listing.sportsbook), games.at(listing.game).label, selections.key(selection));
  }

  #note(words: () => string): void {
    this.#log?.push(words());
  }

  #fail(words: string): never {
    throw new Error(words);
  }
}

function idOf(sportsbook: string, game: string, key: string): string {
  return `${sportsbook}\n${game}\n${key}`;
}

function isOf(id: string, message: Exclude<BoardMessage, { kind: 'prices' }>): boolean {
  const [sportsbook, game] = id.split('\n');
  if (sportsbook !== message.sportsbook) return false;
  if (message.kind === 'game-removed') return game === message.game;
  return message.kind === 'book-cleared' || GAMES[game!] === message.sport;
}

function lineOfRecord(record: ReturnType<typeof describeSelections>[number]): string {
  return lineOf({ ...record, american: record.american, name: record.name ?? '' });
}

/**
 * Plays one sequence; answers how many selections were compared in the end. Throws an error with the shortest
 * beginning of the sequence that goes wrong, told step by step.
 */
export function playSequence(seed: number, steps: number): number {
  try {
    return new Story(seed, null).play(steps);
  } catch (error) {
    for (let fewer = 1; fewer <= steps; fewer += 1) tell(seed, fewer);
    throw error;
  }
}

function tell(seed: number, steps: number): void {
  const log: string[] = [];
  try {
    new Story(seed, log).play(steps);
  } catch (error) {
    throw new Error(`seed ${seed}, ${steps} steps: ${String(error)}\n${log.join('\n')}`, { cause: error });
  }
}
