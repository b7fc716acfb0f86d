import type { NamedGame } from '#contract/search.ts';
import type { BetSubject } from '#domain/ledger/noted-bet.ts';
import type { SoughtGame } from '../../stores/navigation.ts';
import type { Stores } from '../../stores/stores.ts';
import { focusGrid, focusSearch } from '../landmarks.ts';
import { onceLaidOut, openScreen } from './focus-screen.ts';

/** Goes to a game: its league on the odds screen, the cursor on its row. */
export function openGame(stores: Stores, game: SoughtGame & Pick<NamedGame, 'sport'>): void {
  const { choice, navigation, search } = stores;
  closeGamePage(stores);
  search.write('');
  if (game.sport !== '') choice.chooseLeague(game.sport);
  navigation.sought.write(game);
  openScreen(stores, 'odds');
}

/** Goes to a game's page, from wherever; behind it lies its league. */
export function openPageOf(stores: Stores, { game, sport }: NamedGame): void {
  if (sport !== '') stores.choice.chooseLeague(sport);
  openGamePage(stores, game, null);
}

/** Opens the page of a game over the odds, by its label; `subject`: the bet whose history is drawn first. */
export function openGamePage(stores: Stores, game: string, subject: BetSubject | null): void {
  stores.game.open(game, subject);
  stores.navigation.game.write(game);
  openScreen(stores, 'odds');
}

/** Goes back from a game's page to the odds. */
export function closeGamePage({ game, navigation }: Stores): void {
  game.close();
  navigation.game.write(null);
  onceLaidOut(focusGrid);
}

/** Goes to the games of the history that is open; `game`: the label of the one to begin with. */
export function openRecorded(stores: Stores, game: string | null): void {
  openScreen(stores, 'settings');
  stores.navigation.recorded.write({ game });
}

/** Goes to what this computer has kept of a game. */
export async function openKeptGame(stores: Stores, game: string): Promise<void> {
  await stores.historyFiles.openOwn();
  openRecorded(stores, game);
}

/** Goes to a team: its league on the odds screen, its games alone. */
export function openTeam(stores: Stores, team: string, sport: string): void {
  const { choice, search } = stores;
  closeGamePage(stores);
  if (sport !== '') choice.chooseLeague(sport);
  search.write(team);
  openScreen(stores, 'odds');
}

/** Goes to the field in which teams are searched. */
export function openSearch(stores: Stores): void {
  const { navigation } = stores;
  closeGamePage(stores);
  navigation.screen.write('odds');
  onceLaidOut(focusSearch);
}
