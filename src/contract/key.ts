/**
 * Where the key is. `none`: the demo feed runs. `kept`: in the system's keychain. `session`: this session only, because
 * there is no keychain that keeps it safely. The key itself never comes back to a window.
 */
export interface KeyState {
  readonly kind: 'none' | 'kept' | 'session';
  /** A sentence for people: where it is kept, or why it is not. */
  readonly detail: string;
  /** The provider's base address. */
  readonly base: string;
}
