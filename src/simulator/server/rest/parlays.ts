import { wireOutcome } from '../../wire/outcome.ts';
import { Chance } from '../../world/chance.ts';
import { americanFor } from '../../world/prices/pricing.ts';
import { type Sheet, SUSPENDED } from '../../world/prices/sheet.ts';
import type { World } from '../../world/world.ts';

const PARLAYS = 12;

interface Leg {
  readonly key: string;
  readonly decimal: number;
  readonly written: unknown;
}

/** The parlays that most people back at a sportsbook just now; none where they are not collected. */
export function parlaysAt(world: World, sportsbook: string): readonly unknown[] {
  const book = world.sportsbooks.find(({ id }) => id === sportsbook);
  if (book === undefined || book.alternates < 2) return [];
  const sheets = [...world.listedSheets()].filter((sheet) => sheet.book === book);
  if (sheets.length === 0) return [];
  // Changes from minute to minute, not from request to request.
  const chance = new Chance(`parlays/${book.id}/${Math.floor(world.nowMs / 60_000)}`);
  return Array.from({ length: PARLAYS }, () => parlayOf(sheets, chance)).filter((parlay) => parlay !== null);
}

function parlayOf(sheets: readonly Sheet[], chance: Chance): unknown {
  const chosen = Array.from({ length: chance.whole(1, 2) }, () => chance.pick(sheets));
  const legs = new Map<string, Leg>();
  for (const sheet of chosen) {
    for (let leg = chance.whole(1, 2); leg > 0; leg -= 1) {
      const found = legOf(sheet, chance);
      if (found !== null) legs.set(found.key, found);
    }
  }
  if (legs.size < 2) return null;
  let decimal = 1;
  for (const leg of legs.values()) decimal *= leg.decimal;
  const american = americanFor(1 / decimal, 'cents');
  return {
    odds: american > 0 ? `+${american}` : String(american),
    total_bets: chance.whole(40, 5000),
    type: legs.size > chosen.length ? 'SGP_PLUS' : 'PARLAY',
    legs: Object.fromEntries([...legs].map(([key, leg]) => [key, leg.written])),
  };
}

function legOf(sheet: Sheet, chance: Chance): Leg | null {
  const { slots, prices } = sheet.listed();
  if (slots.length === 0) return null;
  const at = chance.whole(0, slots.length - 1);
  const price = prices[at]!;
  if (price === SUSPENDED) return null;
  const outcome = wireOutcome(sheet, slots[at]!, price);
  return {
    key: outcome.key,
    decimal: price > 0 ? 1 + price / 100 : 1 - 100 / price,
    written: {
      game: sheet.names.label,
      sport: sheet.game.league.sport,
      universal_id: sheet.game.universalId,
      outcome_name: outcome.name,
      outcome_line: outcome.line === null ? null : String(outcome.line),
      outcome_over_under: outcome.overUnder,
      outcome_target: outcome.target,
    },
  };
}
