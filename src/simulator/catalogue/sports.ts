/** What kind of game a league plays; decides the clock, the scoring and the markets. */
export type SportKind =
  | 'basketball'
  | 'football'
  | 'hockey'
  | 'baseball'
  | 'soccer'
  | 'tennis'
  | 'mma'
  | 'esports';

/** Lines offered around the expected value: `step` apart, `reach` to each side. Unit: points, goals, games. */
export interface LineGrid {
  readonly step: number;
  readonly reach: number;
}

/** A player's countable deed, with what a good player does in a game. */
export interface Stat {
  readonly stat: string;
  readonly mean: number;
  readonly deviation: number;
}

/** How a kind of sport behaves. Margins are home minus away; deviations are for a whole game. */
export interface SportModel {
  readonly kind: SportKind;
  readonly homeEdge: number;
  /** How far apart the strengths of two competitors usually are. */
  readonly strengthDeviation: number;
  readonly marginDeviation: number;
  readonly totalDeviation: number;
  /** Between games: how much expected totals differ. */
  readonly totalSpread: number;
  /** What a single score is worth, and how often. Empty where there is no running score. */
  readonly scores: readonly { readonly points: number; readonly weight: number }[];
  readonly durationMs: number;
  /** What the game's clock has run through by then; as long as the game where it has no clock of its own. */
  readonly clockMs: number;
  readonly periods: number;
  readonly hasDraw: boolean;
  /** Sets (tennis) and maps (esports): units that win one, and how many win the match. */
  readonly sets: { readonly units: number; readonly toWin: number } | null;
  readonly spread: LineGrid | null;
  readonly total: LineGrid;
  /** The run line and puck line stay at 1.5, the price moves instead. */
  readonly fixedSpread: number | null;
  /** Share of the game that the first-part markets cover; 0 = no such markets. */
  readonly firstPart: number;
  readonly stats: readonly Stat[];
}

const MINUTE_MS = 60_000;
const ONE = [{ points: 1, weight: 1 }];

/** Every kind of sport, by name. */
export const SPORT_MODELS: Record<SportKind, SportModel> = {
  basketball: {
    kind: 'basketball',
    homeEdge: 2.4,
    strengthDeviation: 5.5,
    marginDeviation: 12,
    totalDeviation: 17,
    totalSpread: 6,
    scores: [
      { points: 2, weight: 55 },
      { points: 3, weight: 27 },
      { points: 1, weight: 18 },
    ],
    durationMs: 135 * MINUTE_MS,
    clockMs: 48 * MINUTE_MS,
    periods: 4,
    hasDraw: false,
    sets: null,
    spread: { step: 1, reach: 13 },
    total: { step: 1, reach: 18 },
    fixedSpread: null,
    firstPart: 0.5,
    stats: [
      { stat: 'Points', mean: 19, deviation: 6.5 },
      { stat: 'Rebounds', mean: 6, deviation: 2.6 },
      { stat: 'Assists', mean: 5, deviation: 2.3 },
      { stat: 'Threes', mean: 2.2, deviation: 1.4 },
    ],
  },
  football: {
    kind: 'football',
    homeEdge: 1.8,
    strengthDeviation: 5,
    marginDeviation: 13,
    totalDeviation: 13,
    totalSpread: 3.5,
    scores: [
      { points: 7, weight: 52 },
      { points: 3, weight: 38 },
      { points: 6, weight: 5 },
      { points: 8, weight: 3 },
      { points: 2, weight: 2 },
    ],
    durationMs: 185 * MINUTE_MS,
    clockMs: 60 * MINUTE_MS,
    periods: 4,
    hasDraw: false,
    sets: null,
    spread: { step: 0.5, reach: 8 },
    total: { step: 0.5, reach: 8 },
    fixedSpread: null,
    firstPart: 0.5,
    stats: [
      { stat: 'Passing Yards', mean: 228, deviation: 60 },
      { stat: 'Rushing Yards', mean: 58, deviation: 24 },
      { stat: 'Receiving Yards', mean: 52, deviation: 25 },
      { stat: 'Receptions', mean: 4.6, deviation: 2 },
    ],
  },
  hockey: {
    kind: 'hockey',
    homeEdge: 0.2,
    strengthDeviation: 0.45,
    marginDeviation: 2.3,
    totalDeviation: 2.3,
    totalSpread: 0.3,
    scores: ONE,
    durationMs: 150 * MINUTE_MS,
    clockMs: 60 * MINUTE_MS,
    periods: 3,
    hasDraw: false,
    sets: null,
    spread: { step: 1, reach: 2.5 },
    total: { step: 0.5, reach: 2 },
    fixedSpread: 1.5,
    firstPart: 1 / 3,
    stats: [
      { stat: 'Goals', mean: 0.45, deviation: 0.62 },
      { stat: 'Assists', mean: 0.6, deviation: 0.7 },
      { stat: 'Shots on Goal', mean: 2.8, deviation: 1.5 },
    ],
  },
  baseball: {
    kind: 'baseball',
    homeEdge: 0.2,
    strengthDeviation: 0.85,
    marginDeviation: 4.1,
    totalDeviation: 4.3,
    totalSpread: 0.7,
    scores: [
      { points: 1, weight: 62 },
      { points: 2, weight: 24 },
      { points: 3, weight: 10 },
      { points: 4, weight: 4 },
    ],
    durationMs: 165 * MINUTE_MS,
    clockMs: 165 * MINUTE_MS,
    periods: 9,
    hasDraw: false,
    sets: null,
    spread: { step: 1, reach: 2.5 },
    total: { step: 0.5, reach: 2.5 },
    fixedSpread: 1.5,
    firstPart: 5 / 9,
    stats: [
      { stat: 'Hits', mean: 1, deviation: 0.85 },
      { stat: 'Total Bases', mean: 1.6, deviation: 1.4 },
      { stat: 'Strikeouts', mean: 5.4, deviation: 2.1 },
      { stat: 'Home Runs', mean: 0.2, deviation: 0.42 },
    ],
  },
  soccer: {
    kind: 'soccer',
    homeEdge: 0.32,
    strengthDeviation: 0.75,
    marginDeviation: 1.65,
    totalDeviation: 1.62,
    totalSpread: 0.25,
    scores: ONE,
    durationMs: 112 * MINUTE_MS,
    clockMs: 90 * MINUTE_MS,
    periods: 2,
    hasDraw: true,
    sets: null,
    spread: { step: 0.5, reach: 1.5 },
    total: { step: 1, reach: 2 },
    fixedSpread: null,
    firstPart: 0.45,
    stats: [
      { stat: 'Shots', mean: 2, deviation: 1.3 },
      { stat: 'Shots on Target', mean: 0.8, deviation: 0.85 },
    ],
  },
  tennis: {
    kind: 'tennis',
    homeEdge: 0,
    strengthDeviation: 2.6,
    marginDeviation: 5.2,
    totalDeviation: 4.6,
    totalSpread: 1,
    scores: ONE,
    durationMs: 105 * MINUTE_MS,
    clockMs: 105 * MINUTE_MS,
    periods: 3,
    hasDraw: false,
    sets: { units: 6, toWin: 2 },
    spread: { step: 1, reach: 4 },
    total: { step: 1, reach: 4 },
    fixedSpread: null,
    firstPart: 0.42,
    stats: [],
  },
  mma: {
    kind: 'mma',
    homeEdge: 0,
    strengthDeviation: 0.55,
    marginDeviation: 1,
    totalDeviation: 0.9,
    totalSpread: 0.2,
    scores: [],
    durationMs: 20 * MINUTE_MS,
    clockMs: 20 * MINUTE_MS,
    periods: 3,
    hasDraw: false,
    sets: null,
    spread: null,
    total: { step: 1, reach: 1 },
    fixedSpread: null,
    firstPart: 0,
    stats: [],
  },
  esports: {
    kind: 'esports',
    homeEdge: 0,
    strengthDeviation: 4,
    marginDeviation: 8,
    totalDeviation: 7,
    totalSpread: 1.5,
    scores: ONE,
    durationMs: 120 * MINUTE_MS,
    clockMs: 120 * MINUTE_MS,
    periods: 3,
    hasDraw: false,
    sets: { units: 13, toWin: 2 },
    spread: { step: 1, reach: 5 },
    total: { step: 1, reach: 4 },
    fixedSpread: null,
    firstPart: 0.42,
    stats: [{ stat: 'Kills', mean: 32, deviation: 8 }],
  },
};
