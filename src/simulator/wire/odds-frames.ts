import { marketName } from '../catalogue/market-names.ts';
import type { OddsMessage } from '../world/messages.ts';
import type { Sheet, SlotPrices } from '../world/prices/sheet.ts';
import { timestamp } from './eastern-time.ts';
import { jsonText, jsonValue } from './json-text.ts';
import { gameLink, propositionOf, type WireOutcome, wireOutcome } from './outcome.ts';

/** Decides which market names a frame carries; `null` = all of them. */
export type MarketFilter = ReadonlySet<string> | null;

/**
 * An odds message as the provider's JSON text, with the markets of the filter only. `null`: the filter leaves
 * nothing to say.
 */
export function writeOddsMessage(message: OddsMessage, markets: MarketFilter): string | null {
  switch (message.action) {
    case 'book_clear':
    case 'sport_clear': {
      const sport = message.sport === null ? '{}' : jsonText(message.sport);
      const fields = `"game": {}, "home_team": {}, "away_team": {}, "info": {}, "outcomes": {}`;
      const data = `"sport": ${sport}, "sportsbook": ${jsonText(message.sportsbook)}, ${fields}`;
      return `${head(message.action, message.atMs, message.cleared.length)}${data}}}`;
    }
    case 'game_removed':
      return `${head('game_removed', message.atMs, message.sheet.infoId)}${sheetHead(message.sheet)}"outcomes": {}}}`;
    default: {
      const { sheet, offered, action, atMs } = message;
      const outcomes = writeOutcomes(sheet, offered, markets);
      // A complete update that leaves nothing still has to take away what stood there.
      if (outcomes === '' && (action !== 'game_update' || !offersAny(sheet, markets))) return null;
      return `${head(action, atMs, sheet.infoId)}${sheetHead(sheet)}"outcomes": {${outcomes}}}}`;
    }
  }
}

/** A sheet as it stands, as an `initial_state` frame. `null` when it is not listed or the filter leaves nothing. */
export function writeInitialState(sheet: Sheet, atMs: number, markets: MarketFilter): string | null {
  if (!sheet.isListed) return null;
  const action = 'initial_state';
  return writeOddsMessage({ feed: 'odds', action, atMs, sheet, offered: sheet.listed() }, markets);
}

/** The name that a slot's market has at its sportsbook: what `filters.markets` compares. */
export function marketOf(sheet: Sheet, slot: number): string {
  const { game, book } = sheet;
  return marketName(propositionOf(game, slot), game.league.model.kind, book.writing.dialect);
}

/** Whether the sportsbook could offer a market of the filter on this game. */
export function offersAny(sheet: Sheet, markets: MarketFilter): boolean {
  if (markets === null) return true;
  const { game, book } = sheet;
  return game.offering.propositions.some((proposition) =>
    markets.has(marketName(proposition, game.league.model.kind, book.writing.dialect)),
  );
}

function head(action: string, atMs: number, salt: number): string {
  return `{"timestamp": "${timestamp(atMs, salt)}", "action": "${action}", "data": {`;
}

const heads = new WeakMap<Sheet, string>();

/** Everything of `data` up to the outcomes: the same for the whole life of a sheet. */
function sheetHead(sheet: Sheet): string {
  const known = heads.get(sheet);
  if (known !== undefined) return known;
  const { game, book, names } = sheet;
  const { writing } = book;
  const info = {
    id:
      writing.infoId === 'id-number'
        ? sheet.infoId
        : writing.infoId === 'id-text'
          ? String(sheet.infoId)
          : undefined,
    game_id: writing.infoId === 'game_id' ? String(sheet.infoId) : undefined,
    game: names.label,
    when: names.when,
    link: writing.links ? gameLink(sheet) : undefined,
    universal_id: writing.universalId === 'info' ? game.universalId : undefined,
  };
  const data = {
    sport: game.league.sport,
    sportsbook: book.id,
    game: names.label,
    universal_game_id: writing.universalId === 'data' ? game.universalId : undefined,
    home_team: names.home,
    away_team: names.away,
    info,
  };
  const text = `${jsonValue(data).slice(1, -1)}, `;
  heads.set(sheet, text);
  return text;
}

function writeOutcomes(sheet: Sheet, offered: SlotPrices, markets: MarketFilter): string {
  let text = '';
  for (let at = 0; at < offered.slots.length; at += 1) {
    const slot = offered.slots[at]!;
    if (markets !== null && !markets.has(marketOf(sheet, slot))) continue;
    if (text !== '') text += ', ';
    text += writeOutcome(wireOutcome(sheet, slot, offered.prices[at]!));
  }
  return text;
}

function writeOutcome(outcome: WireOutcome): string {
  const { key, name, line, overUnder, target, odds, link } = outcome;
  return (
    `${jsonText(key)}: {"odds": ${scalar(odds)}, "link": ${scalar(link)}, "outcome_name": ${jsonText(name)}, ` +
    `"outcome_line": ${scalar(line)}, "outcome_over_under": ${scalar(overUnder)}, ` +
    `"outcome_target": ${scalar(target)}}`
  );
}

function scalar(value: string | number | null): string {
  if (value === null) return 'null';
  return typeof value === 'number' ? String(value) : jsonText(value);
}
