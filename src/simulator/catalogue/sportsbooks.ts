import type { Ladder } from '../world/prices/pricing.ts';

/** How a sportsbook writes what it offers. Each choice is one of the readings that the contract allows. */
export interface Writing {
  /** Which market names it uses, see market-names.ts. */
  readonly dialect: 'plain' | 'descriptive' | 'formal';
  /** `target-first`: "Boston Celtics Moneyline"; `name-first`: "Game Total Over 44.5"; the others are opaque. */
  readonly keys: 'target-first' | 'name-first' | 'code' | 'number';
  readonly odds: 'text' | 'number' | 'true-minus';
  readonly suspended: 'null' | 'empty' | 'None';
  readonly line: 'signed-text' | 'plain-text' | 'number';
  /** `joined` puts the line into the over/under field ("O 5.5") and leaves the line null. */
  readonly overUnder: 'words' | 'letters' | 'joined';
  readonly links: boolean;
  readonly infoId: 'id-number' | 'id-text' | 'game_id' | 'none';
  readonly universalId: 'info' | 'data' | 'none';
}

/** A sportsbook: how fast, how dear, how wide, and how it writes. */
export interface Sportsbook {
  readonly id: string;
  /** Usual time until it follows a move of the market. */
  readonly lagMs: number;
  /** Share of the moves that it follows at once. */
  readonly reaction: number;
  readonly hold: number;
  readonly ladder: Ladder;
  /** Alternate lines to each side of the main one. */
  readonly alternates: number;
  /** Share of the players it offers props on. */
  readonly props: number;
  readonly firstPart: boolean;
  readonly teamTotals: boolean;
  /** Share of the games it goes on quoting once they are under way. */
  readonly inPlay: number;
  readonly writing: Writing;
  /** A pseudo-book: an average, nobody can bet there. */
  readonly isConsensus: boolean;
}

const USUAL: Writing = {
  dialect: 'plain',
  keys: 'target-first',
  odds: 'text',
  suspended: 'null',
  line: 'signed-text',
  overUnder: 'words',
  links: true,
  infoId: 'id-number',
  universalId: 'info',
};

type Reach = readonly [alternates: number, props: number, firstPart: boolean, teamTotals: boolean];
const WIDE: Reach = [6, 0.85, true, true];
const BROAD: Reach = [4, 0.6, true, true];
const MIDDLE: Reach = [2, 0.4, true, false];
const NARROW: Reach = [1, 0.15, true, false];
const MAIN_ONLY: Reach = [0, 0, false, false];

/** Every sportsbook, the best known first: a feed of n books takes the first n. */
export const SPORTSBOOKS: readonly Sportsbook[] = [
  book('draftkings', 2200, 0.7, 0.046, 'fives', WIDE, {}),
  book('fanduel', 2000, 0.7, 0.048, 'cents', WIDE, { dialect: 'descriptive', line: 'number' }),
  book('betmgm', 3600, 0.55, 0.052, 'fives', BROAD, { dialect: 'formal', keys: 'name-first' }),
  book('caesars', 3900, 0.5, 0.05, 'fives', BROAD, { dialect: 'descriptive', suspended: 'empty' }),
  book('pinnacle', 500, 0.95, 0.026, 'cents', MIDDLE, { odds: 'number', line: 'number', links: false }),
  book('bet365', 2800, 0.6, 0.05, 'fives', WIDE, {
    dialect: 'formal',
    line: 'plain-text',
    universalId: 'data',
  }),
  book('circa', 900, 0.85, 0.03, 'cents', NARROW, { overUnder: 'letters', infoId: 'id-text' }),
  book('espnbet', 4200, 0.5, 0.052, 'fives', MIDDLE, { suspended: 'None' }),
  book('fanatics', 3900, 0.5, 0.053, 'fives', BROAD, { dialect: 'descriptive', infoId: 'game_id' }),
  book('betrivers', 4600, 0.45, 0.054, 'cents', MIDDLE, { keys: 'name-first', universalId: 'none' }),
  book('ballybet', 5200, 0.4, 0.055, 'fives', MIDDLE, { overUnder: 'joined', universalId: 'none' }),
  book('bovada', 4800, 0.45, 0.048, 'fives', BROAD, { dialect: 'formal', odds: 'true-minus', keys: 'code' }),
  book('hardrock', 4400, 0.5, 0.053, 'fives', MIDDLE, { links: false }),
  book('prophetx', 1400, 0.75, 0.025, 'cents', MAIN_ONLY, { keys: 'number', odds: 'number', infoId: 'none' }),
  book('betonline', 1800, 0.65, 0.046, 'cents', MIDDLE, { dialect: 'formal', line: 'number' }),
  book('lowvig', 1700, 0.65, 0.027, 'cents', NARROW, { dialect: 'formal', overUnder: 'letters' }),
  book('novig', 1500, 0.75, 0.025, 'cents', MAIN_ONLY, { keys: 'number', links: false }),
  book('kalshi', 1300, 0.8, 0.028, 'cents', MAIN_ONLY, { keys: 'code', dialect: 'descriptive' }),
  book('betparx', 5400, 0.4, 0.056, 'fives', MIDDLE, { suspended: 'empty', universalId: 'none' }),
  book('bookmaker', 800, 0.85, 0.03, 'cents', NARROW, { line: 'number', infoId: 'id-text' }),
  book('unibet', 4700, 0.45, 0.054, 'cents', MIDDLE, { keys: 'name-first', line: 'plain-text' }),
  book('wynnbet', 6200, 0.35, 0.056, 'fives', NARROW, { suspended: 'None', overUnder: 'letters' }),
  book('superbook', 3300, 0.5, 0.044, 'fives', NARROW, { dialect: 'formal', links: false }),
  book('betus', 6000, 0.35, 0.055, 'fives', NARROW, { odds: 'true-minus', infoId: 'game_id' }),
  book('mybookie', 5800, 0.35, 0.056, 'fives', NARROW, { dialect: 'descriptive', infoId: 'none' }),
  book('sporttrade', 1600, 0.7, 0.026, 'cents', MAIN_ONLY, { line: 'number', universalId: 'data' }),
];

/** An average of the others under a name of its own; some feeds carry it. */
export const CONSENSUS: Sportsbook = {
  ...book('consensus', 6500, 0.3, 0.045, 'cents', MAIN_ONLY, { links: false, infoId: 'none' }),
  isConsensus: true,
};

function book(
  id: string,
  lagMs: number,
  reaction: number,
  hold: number,
  ladder: Ladder,
  [alternates, props, firstPart, teamTotals]: Reach,
  writing: Partial<Writing>,
): Sportsbook {
  return {
    id,
    lagMs,
    reaction,
    hold,
    ladder,
    alternates,
    props,
    firstPart,
    teamTotals,
    inPlay: alternates === 0 ? 0.6 : 0.85,
    writing: { ...USUAL, ...writing },
    isConsensus: false,
  };
}

const STATES = ['nj', 'pa', 'mi', 'co', 'az', 'in', 'oh', 'va'];

/** The first `count` sportsbooks; beyond the known ones their state skins (`draftkings_nj`) stand in. */
export function takeSportsbooks(count: number, withConsensus: boolean): readonly Sportsbook[] {
  const taken: Sportsbook[] = [];
  for (let at = 0; at < count; at += 1) {
    const model = SPORTSBOOKS[at % SPORTSBOOKS.length]!;
    const skin = Math.floor(at / SPORTSBOOKS.length);
    taken.push(skin === 0 ? model : { ...model, id: `${model.id}_${STATES[skin - 1] ?? `s${skin}`}` });
  }
  if (withConsensus) taken.push(CONSENSUS);
  return taken;
}
