import type { FeedFilters } from '#contract/filters.ts';
import { Board } from '#domain/board/board.ts';
import { describeSelections } from '#domain/board/describe.ts';
import { createMemoryBudgets } from '../../adapters/system/memory-budgets.ts';
import { ManualClock } from '../../testing/manual-clock.ts';
import { OddsFollower } from '../../usecases/odds/follow-odds.ts';
import { SeededChance } from '../seeded-chance.ts';
import { HandPlayedServer } from './hand-played-server.ts';
import { LiveOracle } from './live-oracle.ts';
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
  readonly #oracle = new LiveOracle(this.#board);
  readonly #server: HandPlayedServer;
  readonly #follower: OddsFollower;
  constructor(seed: number, log: string[] | null) {
    this.#log = log;
    this.#chance = new SeededChance(seed);
    this.#temper = this.#chance.is(0.3) ? CLICKS : STEPS;
    this.#server = new HandPlayedServer(this.#clock, this.#chance, {
      delivered: ({ message }) => {
        this.#note(() => `  heard ${JSON.stringify(message)}`);
        this.#oracle.hear(message);
      },
      ended: () => {
        this.#note(() => '  ended');
        this.#oracle.ended();
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
      changed: (changes) => this.#oracle.checkChanges(changes),
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

  #checkLive(): void {
    const { isLive, status } = this.#follower;
    this.#oracle.checkLive(isLive, status.state === 'live');
  }

  #compare(): number {
    const { status, filters } = this.#follower;
    if (status.state !== 'live') throw new Error(`it is ${status.state}`);
    const held = describeSelections(this.#board).map((each) => lineOf({ ...each, name: each.name ?? '' }));
    const expected = this.#server.truth.lines(filters);
    if (held.sort().join('\n') !== expected.join('\n'))
      throw new Error(`the board is\n${held.join('\n')}\nnot\n${expected.join('\n')}`);
    return held.length;
  }

  #note(words: () => string): void {
    this.#log?.push(words());
  }
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
