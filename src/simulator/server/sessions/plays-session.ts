import { jsonValue } from '../../wire/json-text.ts';
import {
  hasPlayByPlay,
  playLabel,
  writeConnected,
  writeMatchState,
  writeMatchUpdate,
  writePlayMessage,
} from '../../wire/play-frames.ts';
import type { Game } from '../../world/games/game.ts';
import type { PlayMessage, WorldMessage } from '../../world/messages.ts';
import type { Outlet } from '../outlet.ts';
import { WORDS } from '../words.ts';
import type { OddsFeed } from './odds-session.ts';
import type { Session } from './session.ts';
import { parseSubscribe } from './subscription.ts';

/** A socket that follows games: play-by-play or live scores. Only games under way say anything. */
export class PlaysSession implements Session {
  readonly #feed: OddsFeed;
  readonly #outlet: Outlet;
  readonly #kind: 'playbyplay' | 'livescores';
  #labels: ReadonlySet<string> | null | undefined;
  #subscribedAtMs: number | null = null;

  constructor(feed: OddsFeed, outlet: Outlet, kind: 'playbyplay' | 'livescores') {
    this.#feed = feed;
    this.#outlet = outlet;
    this.#kind = kind;
  }

  receive(text: string): void {
    const filters = parseSubscribe(text);
    if (filters === null) {
      this.#say({ action: 'error', message: WORDS.notUnderstood });
      return;
    }
    const nowMs = this.#feed.clock.nowMs();
    if (!this.#feed.limits.resubscribe(this.#subscribedAtMs, nowMs)) {
      this.#say({ action: 'error', message: WORDS.resubscribeLimit });
      return;
    }
    this.#feed.stats.subscribes += 1;
    if (this.#labels !== undefined) {
      this.#say({ action: 'subscription_updated', message: WORDS.subscriptionUpdated });
    }
    this.#subscribedAtMs = nowMs;
    this.#labels = filters.games === undefined ? null : new Set(filters.games);
    this.#greet(filters.games ?? null);
  }

  deliver(messages: readonly WorldMessage[]): void {
    for (const message of messages) {
      if (message.feed !== 'plays' || !this.#follows(message.game)) continue;
      for (const frame of this.#write(message)) this.#outlet.data(frame);
    }
    this.#outlet.flush();
  }

  end(): void {
    this.#labels = undefined;
  }

  #follows(game: Game): boolean {
    if (this.#labels === undefined || !this.#covers(game)) return false;
    return this.#labels === null || this.#labels.has(playLabel(game));
  }

  #covers(game: Game): boolean {
    return this.#kind === 'livescores' || hasPlayByPlay(game);
  }

  #write(message: PlayMessage): readonly string[] {
    if (this.#kind === 'livescores') {
      return [writeMatchUpdate(message.game, message.state, message.kind === 'ended')];
    }
    return message.kind === 'started'
      ? [writeConnected(message.game), ...writePlayMessage(message)]
      : writePlayMessage(message);
  }

  /** Accepts or refuses each game asked for; one that has not started stays silent until it does. */
  #greet(labels: readonly string[] | null): void {
    const games = new Map(this.#feed.world.games.map((game) => [playLabel(game), game]));
    for (const label of labels ?? games.keys()) {
      const game = games.get(label);
      if (game === undefined) this.#say({ action: 'error', message: `Code 1: game not found: ${label}` });
      else if (!this.#covers(game)) {
        if (labels !== null) this.#say({ error: `${label} is not supported for play by play` });
      } else if (game.phase === 'live') this.#introduce(game);
    }
    this.#outlet.flush();
  }

  #introduce(game: Game): void {
    if (this.#kind === 'livescores') {
      this.#outlet.data(writeMatchUpdate(game, game.contest.state, false));
      return;
    }
    this.#outlet.data(writeConnected(game));
    this.#outlet.data(writeMatchState(game, game.contest.state, 'in_progress'));
  }

  #say(message: Record<string, unknown>): void {
    this.#outlet.control(jsonValue(message));
  }
}
