import { describe, expect, it } from 'vitest';
import type { Catalogue } from '#contract/catalogue.ts';
import { createMemoryCatalogue } from '../../adapters/system/memory-catalogue.ts';
import type { Rest, RestFailure } from '../../ports/rest.ts';
import { ManualClock } from '../../testing/manual-clock.ts';
import { CatalogueKeeper } from './refresh-catalogue.ts';

const OFFLINE: RestFailure = { ok: false, code: 'offline', message: 'The provider could not be reached.' };
const MINUTE_MS = 60_000;

function setUp(store = createMemoryCatalogue(), clock = new ManualClock()) {
  const calls: string[] = [];
  const heard: Catalogue[] = [];
  const online = { yes: true };
  const answer = <T>(call: string, value: T) => {
    calls.push(call);
    return Promise.resolve(online.yes ? ({ ok: true, value } as const) : OFFLINE);
  };
  const rest: Rest = {
    info: () => answer('info', { sports: ['NBA'], sportsbooks: ['circa', 'fanduel'] }),
    games: () => answer('games', [{ label: 'A vs B', sport: 'NBA', startsAtMs: 5, universalId: null }]),
    markets: (query) =>
      answer(`markets ${JSON.stringify(query)}`, {
        circa: { NBA: ['Spread', 'Total'] },
        fanduel: { NBA: ['Total'] },
      }),
    parlays: () => answer('parlays', []),
    esportsLabels: () => answer('esports', []),
    waiting: 0,
    stop: () => undefined,
  };
  const keeper = new CatalogueKeeper({ rest, store, clock, changed: (catalogue) => heard.push(catalogue) });
  const settle = async () => {
    for (let n = 0; n < 30; n += 1) await Promise.resolve();
  };
  const passMinutes = async (minutes: number) => {
    for (let minute = 0; minute < minutes; minute += 1) {
      clock.pass(MINUTE_MS);
      await settle();
    }
  };
  return { passMinutes, clock, store, calls, heard, online, keeper, settle };
}

describe('CatalogueKeeper', () => {
  it('fetches everything at first, keeps it, and a second start reads the store, not the network', async () => {
    const first = setUp();
    first.keeper.start();
    await first.settle();
    expect(first.calls).toEqual(['info', 'games', 'markets {}']);
    expect(first.keeper.catalogue).toMatchObject({
      sports: { value: ['NBA'], fetchedAtMs: first.clock.nowMs(), failure: null },
      sportsbooks: { value: ['circa', 'fanduel'] },
      games: { value: [{ label: 'A vs B', sport: 'NBA', startsAtMs: 5 }] },
      markets: { value: ['Total', 'Spread'] },
    });
    expect(first.heard).toHaveLength(3);
    first.keeper.stop();
    const second = setUp(first.store, first.clock);
    expect(second.keeper.catalogue.sports.value).toEqual(['NBA']);
    second.keeper.start();
    await second.settle();
    expect(second.calls).toEqual([]);
  });

  it('fetches only what was never fetched when somebody has to have it, and waits for what is under way', async () => {
    const world = setUp();
    const isComplete: number[] = [];
    void world.keeper.complete().then(() => isComplete.push(1));
    void world.keeper.complete().then(() => isComplete.push(2));
    await world.settle();
    expect(isComplete).toEqual([1, 2]);
    expect(world.calls).toEqual(['info', 'games', 'markets {}']);
    await world.keeper.complete();
    expect(world.calls).toHaveLength(3);
  });

  it('refreshes each part at its own age', async () => {
    const world = setUp();
    world.keeper.start();
    await world.settle();
    world.calls.length = 0;
    await world.passMinutes(13);
    expect(world.calls).toEqual(['games']);
  });

  it('offline it keeps the old with its age and says why it is old', async () => {
    const world = setUp();
    world.keeper.start();
    await world.settle();
    const fetchedAtMs = world.keeper.catalogue.games.fetchedAtMs;
    world.online.yes = false;
    await world.passMinutes(13);
    expect(world.keeper.catalogue.games).toMatchObject({
      fetchedAtMs,
      failure: OFFLINE.message,
      value: [{ label: 'A vs B' }],
    });
    world.online.yes = true;
    await world.passMinutes(3);
    expect(world.keeper.catalogue.games.failure).toBeNull();
  });

  it('asks for markets with both parameters, once for the same question', async () => {
    const world = setUp();
    const query = { sports: ['NBA', 'NFL'], sportsbooks: ['circa'] };
    expect((await world.keeper.markets(query)).value).toEqual(['Total', 'Spread']);
    expect(
      (await world.keeper.markets({ sports: ['NFL', 'NBA'], sportsbooks: ['circa'] })).failure,
    ).toBeNull();
    expect(world.calls).toEqual([`markets ${JSON.stringify(query)}`]);
  });
});
