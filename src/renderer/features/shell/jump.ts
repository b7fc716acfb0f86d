import type { NamedGame } from '#contract/search.ts';
import type { Stores } from '../../stores/stores.ts';
import { focusSearch } from '../landmarks.ts';
import { onceLaidOut, openScreen } from './focus-screen.ts';

/** Goes to a game: its league on the odds screen, the cursor on its row. */
export function openGame(stores: Stores, game: NamedGame): void {
  const { choice, navigation, search } = stores;
  search.write('');
  if (game.sport !== '') choice.chooseLeague(game.sport);
  navigation.sought.write(game);
  openScreen(stores, 'odds');
}

/** Goes to a team: its league on the odds screen, its games alone. */
export function openTeam(stores: Stores, team: string, sport: string): void {
  const { choice, search } = stores;
  if (sport !== '') choice.chooseLeague(sport);
  search.write(team);
  openScreen(stores, 'odds');
}

/** Goes to the field in which teams are searched. */
export function openSearch({ navigation }: Stores): void {
  navigation.screen.write('odds');
  onceLaidOut(focusSearch);
}
