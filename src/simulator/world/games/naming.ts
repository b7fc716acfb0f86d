import type { Sportsbook } from '../../catalogue/sportsbooks.ts';
import { easternTime } from '../../wire/eastern-time.ts';
import { hash } from '../chance.ts';
import type { SheetNames } from '../prices/sheet.ts';
import type { Fixture, Game } from './game.ts';

const HOUR_MS = 3_600_000;
const TWINS_PER_THOUSAND = 35;
const TWIN_BOOKS_PER_THOUSAND = 130;

/** A game's usual label: `Home vs Away, YYYY-MM-DD, HH`, some with the universal id behind. */
export function labelOf(
  game: Pick<Game, 'home' | 'away' | 'startsAtMs' | 'universalId' | 'hasLongLabel'>,
): string {
  const { date, hour } = easternTime(game.startsAtMs);
  const label = `${game.home} vs ${game.away}, ${date}, ${hour}`;
  return game.hasLongLabel ? `${label}, ${game.universalId}` : label;
}

/** The label of a fixture before it is a game, to keep labels apart. */
export function fixtureLabel(fixture: Fixture): string {
  return labelOf({ ...fixture, universalId: '', hasLongLabel: false });
}

/**
 * How this sportsbook names the game. A few games stand twice in the feed, because some sportsbooks flip the
 * teams or are an hour off.
 */
export function namesAt(book: Sportsbook, game: Game): SheetNames {
  const when = easternTime(game.startsAtMs).when;
  const usual = { label: labelOf(game), home: game.home, away: game.away, when };
  const twin = hash(`twin/${game.universalId}`) % 1000;
  if (twin >= TWINS_PER_THOUSAND) return usual;
  if (hash(`twin/${game.universalId}/${book.id}`) % 1000 >= TWIN_BOOKS_PER_THOUSAND) return usual;
  if (twin % 2 === 0) {
    const flipped = { ...game, home: game.away, away: game.home };
    return { label: labelOf(flipped), home: game.away, away: game.home, when };
  }
  const offByOneMs = game.startsAtMs + HOUR_MS;
  const later = { ...game, startsAtMs: offByOneMs };
  return { ...usual, label: labelOf(later), when: easternTime(offByOneMs).when };
}
