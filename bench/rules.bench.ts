import { readRules } from '#domain/alert/rule/read-rules.ts';
import { RuleWatch } from '#domain/alert/rule-watch.ts';
import { Board } from '#domain/board/board.ts';
import { describeSelections } from '#domain/board/describe.ts';
import { Fixtures } from '#domain/board/fixtures.ts';
import { Comparison } from '#domain/comparison/comparison.ts';
import { decodeOddsFrame } from '#engine/adapters/feed/decode-odds.ts';
import { eveningFrames } from './frames.ts';
import { cpuMs, isQuick, report, rounded } from './report.ts';

/**
 * What 5,000 rules cost on top of decoding and folding the same frames, over 200,000 live selections: each on one selection,
 * and of every kind, a thousand of them over whole markets.
 */
const RULES = 5000;
const ROUNDS = isQuick() ? 9 : 7;
/** Rounds in which it is found out who watches what. */
const WARM_ROUNDS = 3;
const FRAMES = isQuick() ? 4000 : 20_000;

const { snapshot, news } = eveningFrames(FRAMES * (WARM_ROUNDS + ROUNDS), 200);

interface Desk {
  readonly board: Board;
  readonly fixtures: Fixtures;
  readonly comparison: Comparison;
  readonly watch: RuleWatch;
  found: number;
}

function begin(): Desk {
  const board = new Board();
  const fixtures = new Fixtures(board.games);
  const comparison = new Comparison(board, fixtures);
  return { board, fixtures, comparison, watch: new RuleWatch(board, fixtures, comparison), found: 0 };
}

function foldAll(desk: Desk, frames: readonly Buffer[]): void {
  const { board, fixtures, comparison, watch } = desk;
  for (const frame of frames) {
    nowMs += 0.7;
    decodeOddsFrame(frame.toString('utf8'), {
      message: (message) => {
        if (message.kind !== 'board') return;
        board.mark(nowMs);
        board.fold(message.message, nowMs);
        if (board.changes.isEmpty) return;
        fixtures.note(board.changes);
        comparison.note(board.changes);
        desk.found += watch.note(board.changes, { uptimeMs: nowMs, wallMs: nowMs }, true).length;
      },
      refused: () => undefined,
    });
  }
}

let nowMs = Date.UTC(2026, 0, 18, 18);
const [plain, single, mixed] = [begin(), begin(), begin()] as const;
const desks = [plain, single, mixed];
for (const desk of desks) foldAll(desk, snapshot);

const SINGLE = [
  { kind: 'price', price: 150, repeat: { afterReturnBy: 10 } },
  { kind: 'move', by: 10, unit: 'cents', withinS: 60, direction: 'both' },
  { kind: 'event', events: ['suspended', 'reopened'] },
  { kind: 'price', price: -105 },
];
const ACROSS = [
  { kind: 'price', price: -105, of: 'best' },
  { kind: 'steam', sportsbooksMoving: 3, by: 5, unit: 'cents', withinS: 60, direction: 'both' },
  { kind: 'value', overPct: 3, fair: ['pinnacle'], method: 'power' },
  { kind: 'arbitrage', overPct: 1, freshS: 30 },
];

type Described = ReturnType<typeof describeSelections>[number];

/** A rule on one selection. */
function singleRule({ game, sportsbook, outcome }: Described, at: number): object {
  return {
    name: `rule ${at}`,
    on: { type: 'entry', entry: { kind: 'selection', game, sportsbook, outcome } },
    ...SINGLE[at % SINGLE.length],
  };
}

/**
 * Rules of every kind but plays, as people have them: seven in ten on one selection, one in ten on a sportsbook's main
 * line, two in ten on one market over all sportsbooks.
 */
function mixedRule(selection: Described, at: number): object {
  const share = at % 10;
  if (share < 7) return singleRule(selection, at);
  const { game, sportsbook } = selection;
  const name = `rule ${at}`;
  if (share === 7)
    return {
      name,
      on: { type: 'filter', games: [game], markets: ['spread'] },
      kind: 'line',
      by: 1,
      through: [3, 7],
      sportsbooks: [sportsbook],
    };
  const { board, comparison, fixtures } = mixed;
  const markets = [...comparison.marketsOf(fixtures.matchOf(board.games.find(game)!)).keys()];
  const market = markets[Math.floor(at / 10) % markets.length]!;
  return { name, on: { type: 'filter', games: [game], markets: [market] }, ...ACROSS[at % ACROSS.length] };
}

/** Takes the rules up; answers how long that took. */
function takeUp({ board, watch }: Desk, ruleOn: (selection: Described, at: number) => object): number {
  const selections = describeSelections(board);
  const { rules } = readRules(
    Array.from({ length: RULES }, (_, at) =>
      ruleOn(selections[Math.floor((at * selections.length) / RULES)]!, at),
    ),
  );
  return cpuMs(() => watch.use(rules, [], { uptimeMs: nowMs, wallMs: nowMs }));
}

const takingUpMs = [0, takeUp(single, singleRule), takeUp(mixed, mixedRule)];
const takenMs: number[][] = desks.map(() => []);
for (let round = 0; round < WARM_ROUNDS + ROUNDS; round += 1) {
  const frames = news.slice(round * FRAMES, (round + 1) * FRAMES);
  // each comes first, in the middle and last as often as the others
  for (let turn = 0; turn < desks.length; turn += 1) {
    const at = (round + turn) % desks.length;
    takenMs[at]!.push(cpuMs(() => foldAll(desks[at]!, frames)));
  }
}
const roundMs = takenMs.map((each) => each.slice(WARM_ROUNDS).reduce((sum, ms) => sum + ms) / ROUNDS);
for (const [at, words] of [
  [1, 'rules, each on one selection,'],
  [2, 'rules of eight kinds, 1000 over whole markets and 500 on main lines,'],
] as const) {
  const extraPct = (roundMs[at]! / roundMs[0]! - 1) * 100;
  report({
    work: `${RULES} ${words} over ${desks[at]!.board.selections.size} live selections, ${FRAMES} frames a round`,
    limit: '20 % of folding',
    peer: `${rounded(roundMs[0]!)} ms without rules`,
    ours: `${rounded(roundMs[at]!)} ms with them, ${rounded(extraPct)} % more; ${desks[at]!.found} found; first round ${rounded(takenMs[at]![0]!)} against ${rounded(takenMs[0]![0]!)} ms; taking them up ${rounded(takingUpMs[at]!)} ms`,
    ratio: rounded(extraPct),
    target: '< 20',
    met: extraPct < 20,
  });
}
