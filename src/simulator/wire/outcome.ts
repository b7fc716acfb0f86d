import { marketName } from '../catalogue/market-names.ts';
import type { Writing } from '../catalogue/sportsbooks.ts';
import type { Game } from '../world/games/game.ts';
import type { Proposition } from '../world/games/proposition.ts';
import { type Sheet, SUSPENDED } from '../world/prices/sheet.ts';

/** An outcome as the provider's `outcomes` object holds it, under its key. */
export interface WireOutcome {
  readonly key: string;
  readonly name: string;
  readonly line: string | number | null;
  readonly overUnder: string | null;
  readonly target: string | null;
  readonly odds: string | number | null;
  readonly link: string | null;
}

const propositionsBySlot = new WeakMap<Game, readonly Proposition[]>();

/** The proposition that a slot is a way of. */
export function propositionOf(game: Game, slot: number): Proposition {
  let bySlot = propositionsBySlot.get(game);
  if (bySlot === undefined) {
    bySlot = game.offering.propositions.flatMap((proposition) =>
      Array.from({ length: proposition.ways }, () => proposition),
    );
    propositionsBySlot.set(game, bySlot);
  }
  return bySlot[slot]!;
}

/** A slot of a sheet in this sportsbook's own writing, with the price (or `SUSPENDED`) given. */
export function wireOutcome(sheet: Sheet, slot: number, price: number): WireOutcome {
  const { game, book } = sheet;
  const { writing } = book;
  const proposition = propositionOf(game, slot);
  const way = slot - proposition.firstSlot;
  const name = marketName(proposition, game.league.model.kind, writing.dialect);
  const target = targetOf(proposition, way, game);
  const side = sideOf(proposition, way);
  const line = lineOf(proposition, way);
  const writtenLine = line === null ? null : writeLine(line, side !== null, writing.line);
  const joined = writing.overUnder === 'joined' && side !== null && line !== null;
  return {
    key: keyOf({ sheet, slot, name, target, side, line }),
    name,
    line: joined ? null : writtenLine,
    overUnder:
      side === null
        ? null
        : joined
          ? `${side[0]} ${line}`
          : writing.overUnder === 'letters'
            ? side[0]!
            : side,
    target,
    odds: price === SUSPENDED ? NOT_OFFERED[writing.suspended] : writeOdds(price, writing.odds),
    link: writing.links ? linkOf(sheet, slot) : null,
  };
}

const NOT_OFFERED: Record<Writing['suspended'], string | null> = { null: null, empty: '', None: 'None' };

function writeOdds(price: number, style: Writing['odds']): string | number {
  if (style === 'number') return price;
  if (price > 0) return `+${price}`;
  return style === 'true-minus' ? `\u2212${-price}` : String(price);
}

function targetOf(proposition: Proposition, way: number, game: Game): string | null {
  switch (proposition.market) {
    case 'moneyline':
    case 'spread':
      return way === 0 ? game.home : way === 1 ? game.away : 'Draw';
    case 'team-total':
      return proposition.team === 'home' ? game.home : game.away;
    case 'both-score':
      return way === 0 ? 'Yes' : 'No';
    case 'player':
      return proposition.deed!.player;
    case 'total':
      return null;
  }
}

function sideOf({ market }: Proposition, way: number): 'Over' | 'Under' | null {
  if (market !== 'total' && market !== 'team-total' && market !== 'player') return null;
  return way === 0 ? 'Over' : 'Under';
}

function lineOf({ market, line }: Proposition, way: number): number | null {
  // Adding 0 turns the -0 of a negated level line into 0.
  return line !== null && market === 'spread' && way === 1 ? -line + 0 : line;
}

function writeLine(line: number, isTotal: boolean, style: Writing['line']): string | number {
  if (style === 'number') return line;
  return style === 'signed-text' && !isTotal && line > 0 ? `+${line}` : String(line);
}

function keyOf(of: {
  readonly sheet: Sheet;
  readonly slot: number;
  readonly name: string;
  readonly target: string | null;
  readonly side: string | null;
  readonly line: number | null;
}): string {
  const { sheet, slot, name, target, side, line } = of;
  const shown = line === null ? null : side === null && line > 0 ? `+${line}` : String(line);
  const parts = [target, side, shown].filter((part) => part !== null);
  switch (sheet.book.writing.keys) {
    case 'target-first':
      return [...parts, name].join(' ');
    case 'name-first':
      return [name, ...parts].join(' ');
    case 'code':
      return [name, ...parts].join('|').toLowerCase().replaceAll(' ', '_');
    case 'number':
      return String(sheet.infoId * 1000 + slot);
  }
}

// A host that cannot exist (RFC 2606): nobody is ever sent to a real sportsbook from made-up prices.
function linkOf(sheet: Sheet, slot: number): string {
  return `${gameLink(sheet)}?coupon=pickType|${(sheet.infoId % 9_000_000) * 1000 + slot}|wagerAmounts|replace`;
}

/** The sportsbook's page for the game. */
export function gameLink(sheet: Sheet): string {
  return `https://${sheet.book.id.replace('_', '-')}.example/sports/event/${sheet.infoId}`;
}
