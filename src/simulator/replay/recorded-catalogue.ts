import type { Catalogue } from '../server/rest/endpoints.ts';
import { MarketTree } from '../server/rest/market-tree.ts';
import { WORDS } from '../server/words.ts';
import { readRecording } from './recording.ts';

type Fields = Record<string, unknown>;

/** What the GET endpoints can know of a recording: the leagues, sportsbooks, games and markets in its frames. */
export async function catalogueOf(file: string): Promise<Catalogue & { readonly frames: number }> {
  const games = new Map<string, Fields>();
  const markets = new MarketTree();
  let frames = 0;
  for await (const { frame } of readRecording(file)) {
    if (frame === null) continue;
    frames += 1;
    for (const data of dataIn(String(frame))) note(data, games, markets);
  }
  const answers = new Map<string, unknown>([
    ['get_info', { sports: markets.sports, sportsbooks: markets.sportsbooks }],
    ['get_games', Object.fromEntries(games)],
    ['get_markets', markets],
    ['get_parlays', []],
    ['playbyplay/esports', {}],
  ]);
  return {
    frames,
    answer: (path) =>
      answers.has(path)
        ? { status: 200, body: answers.get(path) }
        : { status: 404, body: { error: WORDS.unknownEndpoint } },
  };
}

function dataIn(text: string): readonly Fields[] {
  let frame: unknown;
  try {
    frame = JSON.parse(text);
  } catch {
    return [];
  }
  const messages: unknown[] = Array.isArray(frame) ? frame : [frame];
  return messages.map((message) => fields(fields(message)['data']));
}

function note(data: Fields, games: Map<string, Fields>, markets: MarketTree): void {
  const { sport, sportsbook, game } = data;
  if (typeof sport !== 'string' || typeof sportsbook !== 'string' || typeof game !== 'string') return;
  const { when, universal_id } = fields(data['info']);
  if (!games.has(game)) games.set(game, { sport, game, when, universal_id });
  markets.add(sportsbook, sport);
  for (const outcome of Object.values(fields(data['outcomes']))) {
    const name = fields(outcome)['outcome_name'];
    if (typeof name === 'string') markets.add(sportsbook, sport, name);
  }
}

function fields(value: unknown): Fields {
  return typeof value === 'object' && value !== null ? { ...value } : {};
}
