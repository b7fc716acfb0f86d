/**
 * Where an update is. `off`: this build has nothing to update from. `current`: nothing newer is known. `available`: the
 * user is asked. `downloading`, `ready`: the user wanted it; it is put in place when they say so. `failed`: `detail`
 * says why.
 */
export interface UpdateState {
  readonly kind: 'off' | 'current' | 'available' | 'downloading' | 'ready' | 'failed';
  /** The newer version; empty where there is none. */
  readonly version: string;
  readonly detail: string;
  /** Of the download. Unit: percent. */
  readonly percent: number;
}

/** What the user may do about an update. */
export const UPDATE_STEPS = ['check', 'download', 'install', 'decline'] as const;
export type UpdateStep = (typeof UPDATE_STEPS)[number];
