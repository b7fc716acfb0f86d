import type { NamedGame, SearchNames } from '#contract/search.ts';
import { type Named, NameIndex } from '../../stores/search/name-index.ts';
import type { Stores } from '../../stores/stores.ts';
import { texts } from '../../texts.ts';
import { dayText, timeText } from '../../ui/time-text.ts';
import { ACTIONS, type Action } from '../actions/action-list.ts';
import { pointedActions, pointedWords } from '../pointed/pointed-actions.ts';
import { openGame, openPageOf, openTeam } from '../shell/jump.ts';

/** One line of the palette. */
export interface PaletteEntry {
  readonly key: string;
  readonly kind: 'here' | 'game' | 'team' | 'player' | 'action';
  readonly title: string;
  readonly note: string;
  /** The action behind the line, where it is one: it may have a shortcut. */
  readonly action: Action | null;
  readonly run: (stores: Stores) => void;
  /** What Enter does with the modifier; `null` = the same. */
  readonly openPage: ((stores: Stores) => void) | null;
}

/** What equal matches are ordered by: games first, they are what is jumped to most. */
const WEIGHTS = { here: 3, game: 8, action: 6, team: 4, player: 2 } satisfies Record<
  PaletteEntry['kind'],
  number
>;

/** What the palette shows before anything is typed. */
export const ACTION_ENTRIES: readonly PaletteEntry[] = ACTIONS.filter(({ id }) => id !== 'palette.open').map(
  (action) => ({
    key: action.id,
    kind: 'action',
    title: texts.actions.titles[action.id],
    note: texts.actions.groups[action.group],
    action,
    run: action.run,
    openPage: null,
  }),
);

/** What can be done with what the user points at, if anything. */
export function hereEntries(stores: Stores): readonly PaletteEntry[] {
  const pointed = stores.pointed.at.read()?.() ?? null;
  if (pointed === null) return [];
  const note = pointedWords(pointed);
  return pointedActions(pointed, stores).map(({ id, group, label, run }) => ({
    key: `here ${id}`,
    kind: 'here',
    title: texts.pointed.inPalette(group, label),
    note,
    action: null,
    run,
    openPage: null,
  }));
}

/** Everything that the palette finds, ready to be asked; `here`: what stands before all else. */
export function paletteIndex(
  { games, players }: SearchNames,
  nowMs: number,
  here: readonly PaletteEntry[],
): NameIndex<PaletteEntry> {
  const inOrder = games
    .map((game, at) => ({ game, at }))
    .sort((left, right) => byNearness(left, right, nowMs));
  return new NameIndex([
    ...[...here, ...ACTION_ENTRIES].map((entry) => named(entry, `${entry.title} ${entry.note}`)),
    ...inOrder.map(({ game }) => named(gameEntry(game, nowMs), `${game.away} ${game.home} ${game.sport}`)),
    ...teamEntries(inOrder.map(({ game }) => game)),
    ...players.flatMap(({ player, game: at }) => {
      const game = games[at];
      return game === undefined ? [] : [named(playerEntry(player, game), player)];
    }),
  ]);
}

function named(entry: PaletteEntry, text: string): Named<PaletteEntry> {
  return { text, weight: WEIGHTS[entry.kind], value: entry };
}

function gameEntry(game: NamedGame, nowMs: number): PaletteEntry {
  return {
    key: `game ${game.game}`,
    kind: 'game',
    title: texts.screen.gameLabel(game.away, game.home),
    note: [game.sport, startText(game.startsAtMs, nowMs)].filter(Boolean).join(' · '),
    action: null,
    run: (stores) => openGame(stores, game),
    openPage: (stores) => openPageOf(stores, game),
  };
}

/** Each team once, however many games it has. */
function teamEntries(games: readonly NamedGame[]): readonly Named<PaletteEntry>[] {
  const entries = new Map<string, Named<PaletteEntry>>();
  for (const { sport, home, away } of games)
    for (const team of [away, home]) {
      const key = `team ${sport} ${team}`;
      if (team === '' || entries.has(key)) continue;
      const run = (stores: Stores) => openTeam(stores, team, sport);
      entries.set(
        key,
        named({ key, kind: 'team', title: team, note: sport, action: null, run, openPage: null }, team),
      );
    }
  return [...entries.values()];
}

function playerEntry(player: string, game: NamedGame): PaletteEntry {
  return {
    key: `player ${game.game} ${player}`,
    kind: 'player',
    title: player,
    note: texts.screen.gameLabel(game.away, game.home),
    action: null,
    // what is offered on a player stands on the page of the game
    run: (stores) => openPageOf(stores, game),
    openPage: null,
  };
}

/** Games under way and soon to start first, then the later ones, then those long begun or without a time. */
function byNearness(left: { game: NamedGame }, right: { game: NamedGame }, nowMs: number): number {
  const away = ({ startsAtMs }: NamedGame) =>
    startsAtMs === null ? Number.POSITIVE_INFINITY : Math.abs(startsAtMs - nowMs);
  const [near, far] = [away(left.game), away(right.game)];
  return near === far ? 0 : near - far;
}

function startText(startsAtMs: number | null, nowMs: number): string {
  if (startsAtMs === null) return '';
  return startsAtMs <= nowMs ? texts.screen.live : `${dayText(startsAtMs, nowMs)} ${timeText(startsAtMs)}`;
}
