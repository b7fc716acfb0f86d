/** The id of the panel that the league tabs control. */
export const SCREEN_PANEL_ID = 'odds-screen';
/** The id of the table of games. */
export const GRID_ID = 'odds-grid';

/** The id of a league's tab, by which the panel is named. */
export function leagueTabId(sport: string): string {
  return `league-${encodeURIComponent(sport)}`;
}

/** Gives the keyboard to the table of games, where there is one. */
export function focusGrid(): void {
  document.getElementById(GRID_ID)?.focus();
}
