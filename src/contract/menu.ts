/** An action as it stands in the application's menu. */
export interface MenuAction {
  readonly id: string;
  /** In the user's language. */
  readonly label: string;
  /** As the window hears it, e.g. `Mod+Shift+k`; empty = none. */
  readonly shortcut: string;
}

/** A menu of the application's menu bar. */
export interface MenuGroup {
  readonly label: string;
  readonly actions: readonly MenuAction[];
}
