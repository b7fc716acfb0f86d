import { describe, expect, it, test } from 'vitest';
import { type OutcomeRow, outcomesOf } from '../board/testing/outcomes.ts';
import { compared } from '../comparison/testing/compared.ts';
import { marketSideWords } from '../identity/selection/bet-words.ts';
import { readWatchlists, writeWatchlists } from './read-watchlists.ts';
import { watchedRows } from './watched-rows.ts';
import type { WatchEntry, Watchlist, WatchSubject } from './watchlist.ts';

const GAME = 'Lakers vs Celtics, 2026-01-18, 07';
const at = { game: GAME, universalId: null };

describe('watchlists in a file', () => {
  const lists: readonly Watchlist[] = [
    {
      watchlistId: 'w',
      name: 'Tonight',
      entries: [
        { entryId: '1', kind: 'selection', ...at, sportsbook: 'circa', outcome: 'Lakers Moneyline' },
        { entryId: '2', kind: 'bet', ...at, market: 'game|total|221.5', side: 'over' },
        { entryId: '3', kind: 'market', ...at, market: 'spread' },
        { entryId: '4', kind: 'game', game: GAME, universalId: 'ac792a4acb18' },
        { entryId: '5', kind: 'team', sport: 'NBA', team: 'Lakers' },
        { entryId: '6', kind: 'player', player: 'A. Reed' },
      ],
    },
  ];

  it('come back as they were', () => {
    expect(readWatchlists(writeWatchlists(lists))).toEqual({ ok: true, watchlists: lists });
  });

  test.each([
    ['no JSON', 'hello', /holds no JSON/],
    ['another file', '{"rules":[]}', /"watchlists" is missing/],
    ['a list without a name', '{"watchlists":[{"entries":[]}]}', /Watchlist 1: it needs a "name"/],
    [
      'an unknown kind',
      '{"watchlists":[{"name":"a","entries":[{"kind":"horse"}]}]}',
      /"a", entry 1: "kind" has to be one of selection, bet, market, game, team, player/,
    ],
    [
      'a missing part',
      '{"watchlists":[{"name":"a","entries":[{"kind":"team","sport":""}]}]}',
      /entry 1: "team" has to be a text/,
    ],
    [
      'a market that is none',
      '{"watchlists":[{"name":"a","entries":[{"kind":"market","game":"g","market":"corners"}]}]}',
      /"market" has to be one of moneyline, spread, total/,
    ],
    ['a prototype', '{"__proto__":{"watchlists":[]}}', /is missing/],
  ])('%s is refused in words that say where', (_what, text, words) => {
    const read = readWatchlists(text);
    expect(read).toMatchObject({ ok: false, message: expect.stringMatching(words) });
  });
});

function setUp() {
  const on = compared();
  const { board, fixtures, comparison } = on;
  const offer = (
    sportsbook: string,
    rows: readonly OutcomeRow[],
    game = GAME,
    home = 'Lakers',
    away = 'Celtics',
  ) => {
    board.fold(
      {
        kind: 'prices',
        mode: 'replace',
        origin: 'update',
        at: { sportsbook, sport: 'NBA', game, home, away, startsAtMs: null, universalId: null },
        outcomes: outcomesOf(rows),
      },
      1,
    );
    on.note();
  };
  const rows = (subject: WatchSubject) =>
    watchedRows({ entryId: 'e', ...subject } as WatchEntry, { board, fixtures, comparison }).map(
      ({ market, side, sportsbook, sportsbooks, selection }) =>
        `${market} ${side} ${sportsbook} ${board.selections.american(selection)} of ${sportsbooks}`,
    );
  const labels = (subject: WatchSubject) =>
    watchedRows({ entryId: 'e', ...subject } as WatchEntry, { board, fixtures, comparison }).map(
      ({ game }) => game.label,
    );
  /** The price of the only row, and its bet in words. */
  const row = (subject: WatchSubject) => {
    const found = watchedRows({ entryId: 'e', ...subject } as WatchEntry, on);
    expect(found).toHaveLength(1);
    const { market, side, selection, game } = found[0]!;
    return `${board.selections.american(selection)} ${marketSideWords(market, side, game.label)}`;
  };
  return { board, offer, rows, row, labels };
}

const spread = (line: number, home: number, away: number): OutcomeRow[] => [
  [`home ${line}`, home, 'Spread', String(line), null, 'Lakers'],
  [`away ${line}`, away, 'Spread', String(-line), null, 'Celtics'],
];

describe('what an entry shows', () => {
  it('one selection at one sportsbook', () => {
    const { offer, rows } = setUp();
    offer('circa', [['L', -120, 'Moneyline', null, null, 'Lakers']]);
    expect(rows({ kind: 'selection', ...at, sportsbook: 'circa', outcome: 'L' })).toEqual([
      'game|moneyline home circa -120 of 1',
    ]);
    expect(rows({ kind: 'selection', ...at, sportsbook: 'fanduel', outcome: 'L' })).toEqual([]);
  });

  it('one bet at the sportsbook that pays most; the pseudo-book never, a suspended one last', () => {
    const { offer, rows } = setUp();
    const over = (american: number): OutcomeRow[] => [['o', american, 'Total', '221.5', 'Over', '']];
    offer('circa', over(-110));
    offer('fanduel', over(105));
    offer('betmgm', over(0));
    offer('consensus', over(500));
    expect(rows({ kind: 'bet', ...at, market: 'game|total|221.5', side: 'over' })).toEqual([
      'game|total|221.5 over fanduel 105 of 2',
    ]);
    offer('circa', over(0));
    offer('fanduel', over(0));
    expect(rows({ kind: 'bet', ...at, market: 'game|total|221.5', side: 'over' })[0]).toMatch(/ 0 of 0$/);
  });

  it('a match that is listed twice as one game, whichever listing has the best price', () => {
    const { offer, labels } = setUp();
    const later = GAME.replace('07', '08');
    const subject = { kind: 'bet', ...at, market: 'game|moneyline', side: 'home' } as const;
    const home = (american: number): OutcomeRow[] => [['L', american, 'Moneyline', null, null, 'Lakers']];
    offer('circa', home(-110));
    offer('fanduel', home(-120), later);
    expect(labels(subject)).toEqual([GAME]);
    offer('fanduel', home(105), later);
    expect(labels(subject)).toEqual([GAME]);
  });

  describe('of a match that is listed twice, teams flipped, the bet that was meant, whichever listing came first', () => {
    const twin = 'Celtics vs Lakers, 2026-01-18, 07';
    const wide: OutcomeRow[] = [
      ['L', -120, 'Moneyline', null, null, 'Lakers'],
      ['C', 150, 'Moneyline', null, null, 'Celtics'],
      ...spread(-3.5, -110, -112),
      ['LT', -115, 'Team Total', '111.5', 'Over', 'Lakers'],
      ['CT', -125, 'Team Total', '109.5', 'Over', 'Celtics'],
    ];
    test.each<[string, string, string, string, string]>([
      [GAME, 'game|moneyline', 'home', '-120', 'Lakers to win'],
      [twin, 'game|moneyline', 'home', '150', 'Celtics to win'],
      [GAME, 'game|spread|-3.5', 'home', '-110', 'Lakers −3.5'],
      [twin, 'game|spread|3.5', 'home', '-112', 'Celtics +3.5'],
      [GAME, 'game|team total|away|109.5', 'over', '-125', 'Celtics over 109.5'],
      [twin, 'game|team total|away|111.5', 'over', '-115', 'Lakers over 111.5'],
    ])('%s: %s %s', (game, market, side, american, words) => {
      for (const order of [
        [GAME, twin],
        [twin, GAME],
      ]) {
        const { offer, row } = setUp();
        for (const label of order) {
          const [home, away] = label.split(/ vs |,/) as [string, string];
          offer(label === GAME ? 'circa' : 'fanduel', wide, label, home, away);
        }
        const shown = row({ kind: 'bet', game, universalId: null, market, side });
        expect(shown).toEqual(`${american} ${words}`);
      }
    });
  });

  it('a market at the line that most sportsbooks offer, as it moves', () => {
    const { offer, rows } = setUp();
    offer('circa', spread(-3.5, -110, -110));
    offer('fanduel', [...spread(-3.5, -108, -112), ...spread(-7.5, 190, -230)]);
    expect(rows({ kind: 'market', ...at, market: 'spread' })).toEqual([
      'game|spread|-3.5 away circa -110 of 2',
      'game|spread|-3.5 home fanduel -108 of 2',
    ]);
    offer('circa', spread(-4, -110, -110));
    offer('fanduel', spread(-4, -105, -115));
    expect(rows({ kind: 'market', ...at, market: 'spread' })[0]).toMatch(/^game\|spread\|-4 away/);
  });

  it('a team in whatever game it plays, home or away', () => {
    const { offer, rows } = setUp();
    offer('circa', [...spread(-3.5, -110, -110), ['o', -105, 'Total', '221.5', 'Over', '']]);
    offer(
      'circa',
      [['L', 130, 'Moneyline', null, null, 'Lakers']],
      'Bulls vs Lakers, 2026-01-20, 07',
      'Bulls',
      'Lakers',
    );
    expect(rows({ kind: 'team', sport: 'NBA', team: 'Lakers' })).toEqual([
      'game|spread|-3.5 home circa -110 of 1',
      'game|total|221.5 over circa -105 of 1',
      'game|moneyline away circa 130 of 1',
    ]);
    expect(rows({ kind: 'team', sport: 'NFL', team: 'Lakers' })).toEqual([]);
  });

  it.each(['A. Reed', 'a reed', 'A. Reed Jr.', 'A. Reed (LAL)'])(
    'a player’s props, however sportsbooks spell "%s"',
    (player) => {
      const { offer, rows } = setUp();
      const prop = (american: number): OutcomeRow => ['p', american, 'Points', '24.5', 'Over', 'A. Reed'];
      offer('circa', [prop(-115), ['q', 100, 'Points', '9.5', 'Over', 'Somebody Else']]);
      offer('fanduel', [prop(-105)]);
      expect(rows({ kind: 'player', player })).toEqual([
        'game|points|player|a reed|24.5 over fanduel -105 of 2',
      ]);
      expect(rows({ kind: 'player', player: 'B. Reed' })).toEqual([]);
    },
  );
});
