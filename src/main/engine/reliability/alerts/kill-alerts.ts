import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { openDatabase } from '../../adapters/cache/open-database.ts';
import { createSqliteAlerts } from '../../adapters/cache/sqlite-alerts.ts';
import { HeadlessRun } from '../headless-run.ts';
import { RawProvider } from '../raw-provider.ts';
import { SeededChance } from '../seeded-chance.ts';

const KEY = '6f1f7b1e-9f5c-4b52-8d55-1f7a0f6e3c11';
const RULES = [{ name: 'r', on: { type: 'league', sport: 'NBA' }, kind: 'price', price: 150 }];

/** What became of the alerts of a program that was killed again and again. */
export interface AlertKills {
  /** Alerts in the log that were to be shown. */
  readonly logged: number;
  /** Those of them that no run showed, and shown ones that are not in the log. */
  readonly lost: number;
  readonly unlogged: number;
  /** Showings beyond the first: of an alert whose program was killed between showing it and noting that. */
  readonly shownAgain: number;
  /** Those of them that one crash brought about, at most, and those that are not marked late. */
  readonly mostAgainACrash: number;
  readonly againUnmarked: number;
  readonly shownLate: number;
}

/** Kills the program at random moments around its alerts, always on the same folder; a last run ends in peace. */
export async function killAroundAlerts(kills: number, seed: number): Promise<AlertKills> {
  const chance = new SeededChance(seed);
  const folder = mkdtempSync(path.join(tmpdir(), 'linewatch-alert-kills-'));
  const provider = await crossingProvider();
  const shown: string[] = [];
  let [shownLate, mostAgainACrash, againUnmarked] = [0, 0, 0];
  try {
    for (let kill = 0; kill <= kills; kill += 1) {
      const run = new HeadlessRun(provider.base, KEY, () => {
        writeFileSync(path.join(folder, 'rules.json'), JSON.stringify(RULES));
        return ['--data', path.join(folder, 'data'), '--rules', path.join(folder, 'rules.json')];
      });
      await run.until(() => run.stdout.includes('"type":"alert"') || provider.crossed > 0);
      if (kill === kills) await run.until(() => run.stdout.split('"suppressed":true').length > 2);
      else await new Promise((resolve) => setTimeout(resolve, chance.whole(0, 60)));
      await run.end(kill === kills ? 'SIGTERM' : 'SIGKILL');
      const told = run.lines.filter(({ type, suppressed }) => type === 'alert' && suppressed === false);
      const again = told.filter(({ outcome }) => shown.includes(String(outcome)));
      mostAgainACrash = Math.max(mostAgainACrash, again.length);
      againUnmarked += again.filter((each) => !isLate(each)).length;
      shown.push(...told.map(({ outcome }) => String(outcome)));
      shownLate += told.filter(isLate).length;
      await run.clear();
      provider.rest();
      forgetLimits(path.join(folder, 'data'));
    }
    const database = openDatabase(path.join(folder, 'data'));
    const logged = [...createSqliteAlerts(database).all()].filter(
      ({ silence, kind }) => silence === null && kind === 'price',
    );
    database.close();
    const names = new Set(logged.map(({ outcome }) => outcome));
    return {
      logged: logged.length,
      lost: [...names].filter((name) => !shown.includes(name)).length,
      unlogged: shown.filter((name) => !names.has(name)).length,
      shownAgain: shown.length - new Set(shown).size,
      mostAgainACrash,
      againUnmarked,
      shownLate,
    };
  } finally {
    provider.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

function isLate({ reason }: Record<string, unknown>): boolean {
  return String(reason).includes('late');
}

/** A provider whose outcomes cross the threshold one after the other, each of them once in all. */
async function crossingProvider() {
  const state = { crossed: 0, next: 0 };
  let timer: NodeJS.Timeout | undefined;
  const provider = new RawProvider({
    connect(visit) {
      const socket = visit.open();
      socket.text(JSON.stringify({ action: 'socket_connected' }));
      void socket.heard.then(() => {
        const first = state.next;
        const all = Array.from({ length: 500 }, (_, at) => [first + at, 140] as const);
        socket.text(frameOf('initial_state', all));
        timer = setInterval(() => {
          if (state.next >= first + all.length) return;
          socket.text(frameOf('line_update', [[state.next, 150]]));
          state.next += 1;
          state.crossed += 1;
        }, 4);
      });
    },
  });
  return {
    base: await provider.open(),
    get crossed() {
      return state.crossed;
    },
    /** Until the next program connects. */
    rest() {
      clearInterval(timer);
      state.crossed = 0;
    },
    close() {
      clearInterval(timer);
      provider.close();
    },
  };
}

function frameOf(action: string, odds: readonly (readonly [outcome: number, american: number])[]): string {
  const stated = odds.map(([outcome, american]) => [
    `outcome ${outcome}`,
    {
      odds: String(american),
      link: null,
      outcome_name: 'Moneyline',
      outcome_target: `T${outcome}`,
      outcome_line: null,
      outcome_over_under: null,
    },
  ]);
  const at = {
    sport: 'NBA',
    sportsbook: 'a',
    game: 'H vs A, 2027-01-15, 07',
    home_team: 'H',
    away_team: 'A',
  };
  const data = { ...at, info: {}, outcomes: Object.fromEntries(stated) };
  return JSON.stringify({ timestamp: '2027-01-15T19:46:10.023175+00:00', action, data });
}

/** What the killed run spent of the provider's limits would hold the next one up. */
function forgetLimits(folder: string): void {
  const database = openDatabase(folder);
  database.exec('DELETE FROM budgets; DELETE FROM pauses;');
  database.close();
}
