import { WebSocket } from 'ws';
import type { Simulator } from './simulator.ts';
import type { BoardRecord } from './wire/board.ts';

// biome-ignore lint/suspicious/noExplicitAny: a test reads frames as loosely as a stranger's program would
type Json = any;

/** A client as simple as can be: keeps every message, folds the odds ones into nested maps. For tests. */
export class PlainClient {
  readonly messages: Json[] = [];
  readonly frames: { readonly isBinary: boolean; readonly isArray: boolean }[] = [];
  /** Frames that were no JSON. */
  unreadable = 0;
  readonly #socket: WebSocket;
  readonly #board = new Map<string, Map<string, Map<string, Json>>>();
  readonly #waiting: { matches: (message: Json) => boolean; resolve: (message: Json) => void }[] = [];
  readonly closed: Promise<number>;

  constructor(socket: WebSocket) {
    this.#socket = socket;
    const { promise, resolve } = Promise.withResolvers<number>();
    this.closed = promise;
    socket.on('close', (code) => resolve(code));
    socket.on('error', () => resolve(-1));
    socket.on('message', (data, isBinary) => {
      const frame = this.#read(String(data));
      if (frame === undefined) return;
      this.frames.push({ isBinary, isArray: Array.isArray(frame) });
      for (const message of Array.isArray(frame) ? frame : [frame]) this.#take(message);
    });
  }

  subscribe(filters: Json = {}): void {
    this.#socket.send(JSON.stringify({ action: 'subscribe', filters }));
  }

  send(text: string): void {
    this.#socket.send(text);
  }

  close(): void {
    this.#socket.terminate();
  }

  /** Says something that the server answers after all it has said so far, and waits for the answer. */
  async settle(): Promise<void> {
    await new Promise((resolve) => {
      this.#socket.once('pong', resolve);
      this.#socket.ping();
    });
  }

  /** The first message, past or to come, that matches. */
  next(matches: (message: Json) => boolean): Promise<Json> {
    const known = this.messages.find(matches);
    if (known !== undefined) return Promise.resolve(known);
    return new Promise((resolve) => this.#waiting.push({ matches, resolve }));
  }

  action(action: string): Promise<Json> {
    return this.next((message) => message.action === action);
  }

  count(action: string): number {
    return this.messages.filter((message) => message.action === action).length;
  }

  /** What the messages so far make of the board, in the words of the simulator's own oracle. */
  get board(): readonly BoardRecord[] {
    const records: BoardRecord[] = [];
    for (const [sportsbook, games] of this.#board) {
      for (const [game, outcomes] of games) {
        for (const [outcome, held] of outcomes) records.push(recordOf(sportsbook, game, outcome, held));
      }
    }
    return records;
  }

  #read(text: string): Json {
    try {
      return JSON.parse(text);
    } catch {
      this.unreadable += 1;
      return undefined;
    }
  }

  #take(message: Json): void {
    this.messages.push(message);
    this.#fold(message);
    for (const waiting of this.#waiting.filter(({ matches }) => matches(message))) {
      this.#waiting.splice(this.#waiting.indexOf(waiting), 1);
      waiting.resolve(message);
    }
  }

  #fold({ action, data }: Json): void {
    switch (action) {
      case 'initial_state':
      case 'game_added':
      case 'game_update':
        this.#games(data.sportsbook).set(data.game, new Map());
        this.#merge(data);
        return;
      case 'line_update':
        this.#merge(data);
        return;
      case 'game_removed':
        this.#games(data.sportsbook).delete(data.game);
        return;
      case 'book_clear':
        this.#board.delete(data.sportsbook);
        return;
      case 'sport_clear':
        for (const [game, outcomes] of this.#games(data.sportsbook)) {
          const [first] = outcomes.values();
          if (first?.sport === data.sport) this.#games(data.sportsbook).delete(game);
        }
    }
  }

  #merge(data: Json): void {
    const games = this.#games(data.sportsbook);
    const outcomes = games.get(data.game) ?? new Map<string, Json>();
    games.set(data.game, outcomes);
    for (const [key, outcome] of Object.entries<Json>(data.outcomes)) {
      outcomes.set(key, { ...outcome, sport: data.sport });
    }
  }

  #games(sportsbook: string): Map<string, Map<string, Json>> {
    let games = this.#board.get(sportsbook);
    if (games === undefined) {
      games = new Map();
      this.#board.set(sportsbook, games);
    }
    return games;
  }
}

function recordOf(sportsbook: string, game: string, outcome: string, held: Json): BoardRecord {
  const odds = typeof held.odds === 'string' ? held.odds.replace('\u2212', '-') : held.odds;
  return {
    sportsbook,
    sport: held.sport,
    game,
    outcome,
    name: held.outcome_name,
    line: held.outcome_line,
    overUnder: held.outcome_over_under,
    target: held.outcome_target,
    american: odds === null || odds === '' || odds === 'None' ? null : Number(odds),
    link: held.link,
  };
}

/** Connects to a simulator and waits for its first frame. Rejects with the HTTP status when it refuses. */
export async function connect(simulator: Simulator, path = '', key = simulator.key): Promise<PlainClient> {
  const socket = new WebSocket(`${simulator.base.replace('http', 'ws')}${path}?key=${key}`);
  const refused = new Promise<never>((_, reject) => {
    socket.on('unexpected-response', (_request, response) => {
      let body = '';
      response.on('data', (chunk: Buffer) => {
        body += String(chunk);
      });
      response.on('end', () => reject(new Error(`${response.statusCode} ${body}`)));
    });
  });
  const client = new PlainClient(socket);
  await Promise.race([client.next(() => true), refused]);
  return client;
}

/** Records in one order, to compare boards. */
export function sorted(records: readonly BoardRecord[]): readonly string[] {
  return records.map((record) => JSON.stringify(record)).sort();
}
