import type { CatalogueGame } from '#contract/catalogue.ts';
import type { FilterList } from '#contract/filters.ts';
import { sportsbookName } from '#domain/catalogue/sportsbook-names.ts';
import { texts } from '../../texts.ts';
import type { PickLine } from '../../ui/pick-list.tsx';
import { dayText, timeText } from '../../ui/time-text.ts';

/** The lines of a list that match a search: names, and for games a heading over each sport. */
export function linesOf(
  list: FilterList,
  offered: readonly string[],
  games: readonly CatalogueGame[] | null,
  search: string,
  nowMs: number,
): readonly PickLine[] {
  const words = fold(search).split(/\s+/).filter(Boolean);
  const isFound = (text: string) => words.length === 0 || words.every((word) => fold(text).includes(word));
  if (games) return gameLines(games, isFound, nowMs);
  return offered
    .map((name) => ({ name, text: list === 'sportsbooks' ? sportsbookName(name) : name }))
    .filter(({ name, text }) => isFound(`${name} ${text}`))
    .map(({ name, text }) => ({ kind: 'name', name, text }));
}

function gameLines(
  games: readonly CatalogueGame[],
  isFound: (text: string) => boolean,
  nowMs: number,
): readonly PickLine[] {
  const lines: PickLine[] = [];
  let sport: string | null | undefined;
  for (const game of games) {
    if (!isFound(`${game.label} ${game.sport ?? ''}`)) continue;
    if (game.sport !== sport) lines.push({ kind: 'heading', text: game.sport ?? texts.filters.noSport });
    sport = game.sport;
    lines.push({
      kind: 'name',
      name: game.label,
      text: game.label.replace(/, \d{4}-\d{2}-\d{2}, \d{2}.*$/, ''),
      note: game.startsAtMs === null ? undefined : startText(game.startsAtMs, nowMs),
    });
  }
  return lines;
}

function startText(startsAtMs: number, nowMs: number): string {
  return `${dayText(startsAtMs, nowMs)} ${timeText(startsAtMs)}`;
}

function fold(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}
