import { type GameRow, MARKET_GROUPS, type MarketGroup } from '#contract/game.ts';
import { mainLine } from '../../stores/odds/main-line.ts';

/** What is looked at of a game's markets. */
export interface MarketWish {
  readonly group: MarketGroup | 'all';
  /** Words of a player's or a market's name. */
  readonly search: string;
  /** Families whose alternate lines are shown. */
  readonly unfolded: ReadonlySet<string>;
  /** The market that stands for its family while that is folded; `null` = for each the line that most have. */
  readonly lead: string | null;
}

/** A market as it stands in the list. */
export interface ListedMarket extends GameRow {
  /** Markets that differ by their line alone; equal for all of them. */
  readonly family: string;
  /** How many alternate lines are folded away behind this one; 0 = none, or they are shown. */
  readonly folded: number;
  /** Whether this is the line that most sportsbooks have. */
  readonly isMain: boolean;
}

/** The groups that a game has, in their order. */
export function groupsOf(rows: readonly GameRow[]): readonly MarketGroup[] {
  const present = new Set(rows.map(({ group }) => group));
  return MARKET_GROUPS.filter((group) => present.has(group));
}

/**
 * The wanted markets in reading order: by group, the main ones first, then by name, player and line. Of markets that
 * differ by their line alone the wanted lead, else the one that most sportsbooks have, stands for all, unless the family
 * is unfolded.
 * `held`: in how many sportsbooks' columns a market stands.
 */
export function listMarkets(
  rows: readonly GameRow[],
  wish: MarketWish,
  held: (row: GameRow) => number,
): readonly ListedMarket[] {
  const words = wish.search.toLowerCase().split(/\s+/).filter(Boolean);
  const families = new Map<string, GameRow[]>();
  for (const row of rows) {
    const isWanted =
      words.length > 0 ? matches(row, words) : wish.group === 'all' || row.group === wish.group;
    if (!isWanted) continue;
    const family = familyOf(row);
    const known = families.get(family);
    if (known === undefined) families.set(family, [row]);
    else known.push(row);
  }
  return [...families]
    .map(([family, members]) => ({
      family,
      members: members.sort(byLine),
      main: members.find(({ market }) => market === wish.lead) ?? mainLine(members, held)!,
    }))
    .sort((left, right) => byReading(left.main, right.main))
    .flatMap(({ family, members, main }) =>
      wish.unfolded.has(family)
        ? members.map((row) => ({ ...row, family, folded: 0, isMain: row === main }))
        : [{ ...main, family, folded: members.length - 1, isMain: true }],
    );
}

/** What markets that differ by their line alone have in common. */
export function familyOf({ market, line }: GameRow): string {
  return line === null ? market : market.slice(0, market.lastIndexOf('|'));
}

const KINDS = ['moneyline', 'spread', 'total', 'team-total', 'double-chance', 'other'];

function byReading(left: GameRow, right: GameRow): number {
  return (
    MARKET_GROUPS.indexOf(left.group) - MARKET_GROUPS.indexOf(right.group) ||
    left.period.localeCompare(right.period) ||
    KINDS.indexOf(left.kind) - KINDS.indexOf(right.kind) ||
    left.name.localeCompare(right.name) ||
    (left.player ?? '').localeCompare(right.player ?? '') ||
    left.market.localeCompare(right.market)
  );
}

function byLine(left: GameRow, right: GameRow): number {
  return (left.line ?? 0) - (right.line ?? 0);
}

function matches({ name, player, market }: GameRow, words: readonly string[]): boolean {
  const text = `${player ?? ''} ${name} ${market}`.toLowerCase();
  return words.every((word) => text.includes(word));
}
