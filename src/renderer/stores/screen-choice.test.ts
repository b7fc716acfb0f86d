import { beforeEach, describe, expect, it } from 'vitest';
import type { LeagueEntry } from '#contract/odds-screen.ts';
import { DEFAULT_SETTINGS, type Settings } from '#contract/settings.ts';
import { observable } from './observable.ts';
import { chooseScreen } from './screen-choice.ts';

function league(sport: string, ...markets: string[]): LeagueEntry {
  return { sport, games: 3, markets: markets.map((key) => ({ key, label: key })) };
}

const NBA = league('NBA', 'moneyline', 'spread', 'total');
const NFL = league('NFL', 'moneyline', 'spread');
const UFC = league('UFC', 'moneyline');

let kept: Partial<Settings>[];
const leagues = observable<readonly LeagueEntry[] | null>(null);
const settings = observable<Settings>(DEFAULT_SETTINGS);

function choice() {
  const change = (part: Partial<Settings>) => {
    kept.push(part);
    settings.write({ ...settings.read(), ...part });
  };
  const none = { stop: () => undefined };
  return chooseScreen({ leagues, ...none }, { settings, failure: observable(null), change, ...none });
}

beforeEach(() => {
  kept = [];
  leagues.write(null);
  settings.write(DEFAULT_SETTINGS);
});

describe('the choice of the screen', () => {
  it('waits for leagues, then shows the first, and stays there when the order changes', () => {
    const { query } = choice();
    expect(query.read()).toBe(null);
    leagues.write([NFL, NBA]);
    expect(query.read()).toEqual({ sport: 'NFL', market: 'moneyline' });
    leagues.write([NBA, NFL]);
    expect(query.read()?.sport).toBe('NFL');
  });

  it('goes to the remembered league as soon as it has games', () => {
    settings.write({ ...DEFAULT_SETTINGS, sport: 'NBA', market: 'total' });
    const { query } = choice();
    leagues.write([NFL]);
    expect(query.read()).toEqual({ sport: 'NFL', market: 'moneyline' });
    leagues.write([NFL, NBA]);
    expect(query.read()).toEqual({ sport: 'NBA', market: 'total' });
    expect(kept).toEqual([]);
  });

  it('never leaves a league that the user chose', () => {
    settings.write({ ...DEFAULT_SETTINGS, sport: 'NBA' });
    const { query, chooseLeague } = choice();
    leagues.write([NFL]);
    chooseLeague('NFL');
    leagues.write([NFL, NBA]);
    expect(query.read()?.sport).toBe('NFL');
    leagues.write([NBA]);
    expect(query.read()?.sport).toBe('NFL');
    expect(kept).toEqual([{ sport: 'NFL' }]);
  });

  it('shows the first market where a league lacks the wanted one, and comes back to it elsewhere', () => {
    leagues.write([NBA, UFC]);
    const { query, chooseLeague, chooseMarket } = choice();
    chooseMarket('spread');
    expect(query.read()).toEqual({ sport: 'NBA', market: 'spread' });
    chooseLeague('UFC');
    expect(query.read()).toEqual({ sport: 'UFC', market: 'moneyline' });
    chooseLeague('NBA');
    expect(query.read()).toEqual({ sport: 'NBA', market: 'spread' });
    expect(kept[0]).toEqual({ sport: 'NBA', market: 'spread' });
  });

  it('tells nobody when nothing changed, and nothing after stop', () => {
    leagues.write([NBA]);
    const screen = choice();
    let told = 0;
    screen.query.subscribe(() => (told += 1));
    leagues.write([{ ...NBA, games: 9 }]);
    settings.write({ ...settings.read(), theme: 'dark' });
    expect(told).toBe(0);
    screen.stop();
    settings.write({ ...settings.read(), market: 'total' });
    expect(screen.query.read()?.market).toBe('moneyline');
  });
});
