import { afterAll, describe, expect, it } from 'vitest';
import { startSimulator } from '../../simulator.ts';

const simulator = await startSimulator({
  seed: 4,
  books: 12,
  games: 40,
  manual: true,
  limits: false,
  startMs: Date.UTC(2026, 10, 22, 23, 30),
});
afterAll(() => simulator.stop());

// biome-ignore lint/suspicious/noExplicitAny: answers are read as a stranger would
async function get(path: string): Promise<any> {
  const response = await fetch(
    `${simulator.base}/${path}${path.includes('?') ? '&' : '?'}key=${simulator.key}`,
  );
  return { status: response.status, body: await response.json() };
}

describe('the GET endpoints', () => {
  it('get_info names leagues and sportsbooks', async () => {
    const { body } = await get('get_info');
    expect(Object.keys(body)).toEqual(['sports', 'sportsbooks']);
    expect(body.sports).toEqual(
      expect.arrayContaining(['NBA', 'NFL', 'NHL', 'MLB', 'EPL', 'ATP', 'MMA', 'CS2']),
    );
    expect(body.sportsbooks).toHaveLength(12);
    expect(body.sportsbooks).toContain('draftkings');
  });

  it('get_games holds every label of the feed', async () => {
    const { body } = await get('get_games');
    expect(new Set(Object.keys(body))).toEqual(new Set(simulator.boardFor().map(({ game }) => game)));
    for (const [label, game] of Object.entries<Record<string, string>>(body)) {
      expect(game['game']).toBe(label);
      expect(game['when']).toMatch(/^\d{4}-\d\d-\d\d, \d\d:\d\d (AM|PM)$/);
      expect(game['universal_id']).toMatch(/^[0-9a-f]{12}$/);
      expect(label.startsWith(String(game['orig_teams']))).toBe(true);
    }
  });

  it('get_markets names every market of the feed, and obeys its two parameters', async () => {
    const { body } = await get('get_markets');
    for (const { sportsbook, sport, name } of simulator.boardFor()) {
      if (!body[sportsbook][sport].includes(name)) throw new Error(`${sportsbook} ${sport} lacks ${name}`);
    }
    const some = (await get('get_markets?sports=NBA,NFL&sportsbooks=pinnacle,draftkings')).body;
    expect(Object.keys(some).sort()).toEqual(['draftkings', 'pinnacle']);
    expect(Object.keys(some.pinnacle).sort()).toEqual(['NBA', 'NFL']);
    expect(some.pinnacle.NBA).toEqual(body.pinnacle.NBA);
    expect((await get('get_markets?sports=Quidditch')).body).toEqual({});
  });

  it('get_parlays has the shape of the guide, legs over games and sports, odds that fit the legs', async () => {
    const { body } = await get('get_parlays?sportsbooks=draftkings');
    expect(body.length).toBeGreaterThan(5);
    const board = new Map(
      simulator
        .boardFor({ sportsbooks: ['draftkings'] })
        .map((record) => [`${record.game}/${record.outcome}`, record]),
    );
    for (const parlay of body) {
      expect(Object.keys(parlay)).toEqual(['odds', 'total_bets', 'type', 'legs']);
      expect(parlay.odds).toMatch(/^[+-]\d{3,}$/);
      let decimal = 1;
      for (const [key, leg] of Object.entries<Record<string, string>>(parlay.legs)) {
        const record = board.get(`${leg['game']}/${key}`)!;
        expect(leg).toMatchObject({
          sport: record.sport,
          outcome_name: record.name,
          outcome_target: record.target,
        });
        decimal *= record.american! > 0 ? 1 + record.american! / 100 : 1 - 100 / record.american!;
      }
      const odds = Number(parlay.odds);
      const paid = odds > 0 ? 1 + odds / 100 : 1 - 100 / odds;
      expect(paid).toBeLessThanOrEqual(decimal + 1e-6);
      expect(paid).toBeGreaterThan(decimal * 0.9);
    }
    expect((await get('get_parlays?sportsbooks=nobody')).body).toEqual([]);
    expect((await get('get_parlays')).status).toBe(400);
  });

  it('playbyplay/esports gives labels that differ from those of get_games', async () => {
    const { body } = await get('playbyplay/esports');
    const labels = Object.keys(body);
    const games = Object.keys((await get('get_games')).body);
    expect(labels.length).toBeGreaterThan(0);
    for (const label of labels) expect(games).not.toContain(label);
  });

  it('answers anything else with JSON too', async () => {
    expect(await get('get_lost')).toEqual({ status: 404, body: { error: 'Not found.' } });
    const response = await fetch(`${simulator.base}/get_info?key=${simulator.key}`, { method: 'POST' });
    expect(response.status).toBe(405);
  });
});
