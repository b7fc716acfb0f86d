/** The id of the panel that the league tabs control. */
export const SCREEN_PANEL_ID = 'odds-screen';
/** The id of the table of games. */
export const GRID_ID = 'odds-grid';

/** The id of the field in which teams are searched. */
export const SEARCH_ID = 'team-search';

/** The id of a league's tab, by which the panel is named. */
export function leagueTabId(sport: string): string {
  return `league-${encodeURIComponent(sport)}`;
}

/** Gives the keyboard to the table of games, where there is one. */
export function focusGrid(): void {
  document.getElementById(GRID_ID)?.focus();
}

/** Gives the keyboard to the field in which teams are searched, all of its text chosen. */
export function focusSearch(): void {
  const field = document.getElementById(SEARCH_ID);
  field?.focus();
  if (field instanceof HTMLInputElement) field.select();
}
