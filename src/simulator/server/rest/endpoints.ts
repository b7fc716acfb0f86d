import { easternTime, timestamp } from '../../wire/eastern-time.ts';
import { marketOf } from '../../wire/odds-frames.ts';
import { gameLink } from '../../wire/outcome.ts';
import { playLabel } from '../../wire/play-frames.ts';
import { ABSENT } from '../../world/prices/sheet.ts';
import type { World } from '../../world/world.ts';
import type { Plan } from '../limits/plan.ts';
import { WORDS } from '../words.ts';
import { MarketTree } from './market-tree.ts';
import { parlaysAt } from './parlays.ts';

/** An answer of the GET endpoints. */
export interface Answer {
  readonly status: number;
  readonly body: unknown;
}

/** What the endpoints tell of. */
export interface Catalogue {
  answer(path: string, query: URLSearchParams): Answer;
}

/** The GET endpoints over a world. Paths are relative to the base, without a leading slash. */
export function worldCatalogue(world: World, plan: Plan): Catalogue {
  return {
    answer(path, query) {
      switch (path) {
        case 'get_info':
          return { status: 200, body: info(world) };
        case 'get_games':
          return { status: 200, body: games(world) };
        case 'get_markets':
          return { status: 200, body: markets(world, listOf(query, 'sports'), listOf(query, 'sportsbooks')) };
        case 'get_parlays': {
          if (!plan.parlays) return { status: 403, body: { message: WORDS.notInPlan } };
          const sportsbook = query.get('sportsbooks');
          if (!sportsbook) return { status: 400, body: { message: WORDS.needsSportsbook } };
          return { status: 200, body: parlaysAt(world, sportsbook) };
        }
        case 'playbyplay/esports':
          return { status: 200, body: esports(world) };
        default:
          return { status: 404, body: { error: WORDS.unknownEndpoint } };
      }
    },
  };
}

function listOf(query: URLSearchParams, name: string): ReadonlySet<string> | null {
  const text = query.get(name);
  return text === null || text === '' ? null : new Set(text.split(',').map((part) => part.trim()));
}

function info(world: World): unknown {
  return {
    sports: [...new Set(world.games.map((game) => game.league.sport))],
    sportsbooks: world.sportsbooks.map((book) => book.id),
  };
}

/** Keyed by label; one game stands here under each label that a sportsbook gives it. */
function games(world: World): unknown {
  const byLabel: Record<string, unknown> = {};
  for (const sheet of world.listedSheets()) {
    const { game, names } = sheet;
    byLabel[names.label] ??= {
      sport: game.league.sport,
      when: names.when,
      game: names.label,
      orig_teams: `${names.home} vs ${names.away}`,
      universal_id: game.universalId,
      id: sheet.infoId,
      link: gameLink(sheet),
      type: 'match',
      last_updated: timestamp(world.nowMs, 0),
    };
  }
  return byLabel;
}

function markets(
  world: World,
  sports: ReadonlySet<string> | null,
  sportsbooks: ReadonlySet<string> | null,
): unknown {
  const tree = new MarketTree();
  for (const sheet of world.listedSheets()) {
    const { sport } = sheet.game.league;
    if (sports?.has(sport) === false || sportsbooks?.has(sheet.book.id) === false) continue;
    for (const { firstSlot } of sheet.game.offering.propositions) {
      if (sheet.prices[firstSlot] !== ABSENT) tree.add(sheet.book.id, sport, marketOf(sheet, firstSlot));
    }
  }
  return tree;
}

function esports(world: World): unknown {
  const byLabel: Record<string, unknown> = {};
  for (const game of world.games) {
    if (game.league.model.kind !== 'esports' || game.phase === 'ended') continue;
    const label = playLabel(game);
    byLabel[label] = {
      game: label,
      sport: game.league.sport,
      universal_id: game.universalId,
      when: easternTime(game.startsAtMs).when,
    };
  }
  return byLabel;
}
