import type { NotificationHealth } from '../notifications.ts';
import type { Place } from '../place.ts';
import type { UpdateState, UpdateStep } from '../updates.ts';

/** What a window may ask of the main process about the desktop around it. */
export interface DesktopRequests {
  /** Takes the place that the main window shall go to, once; `null` = none. */
  'place.take': { input: null; output: Place | null; error: never };
  'notifications.read': { input: null; output: NotificationHealth; error: never };
  /** Shows a notification to see whether it arrives. Takes up to 8 s. */
  'notifications.test': { input: null; output: NotificationHealth; error: never };
  'updates.read': { input: null; output: UpdateState; error: never };
  /** Does what the user wants about an update; the stream `updates` tells how it goes. */
  'updates.step': { input: { readonly step: UpdateStep }; output: UpdateState; error: never };
}

/** What the main process sends unasked about the desktop. */
export interface DesktopStreams {
  /** There is a place to take. */
  navigate: null;
  notifications: NotificationHealth;
  updates: UpdateState;
}

/** Every name, for the allow-list; a missing or extra one does not compile. */
export const DESKTOP_REQUESTS = {
  'place.take': true,
  'notifications.read': true,
  'notifications.test': true,
  'updates.read': true,
  'updates.step': true,
} satisfies Record<keyof DesktopRequests, true>;
export const DESKTOP_STREAMS = {
  navigate: true,
  notifications: true,
  updates: true,
} satisfies Record<keyof DesktopStreams, true>;
