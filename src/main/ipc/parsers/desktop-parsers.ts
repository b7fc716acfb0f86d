import type { DesktopRequests } from '#contract/requests/desktop-requests.ts';
import type { Parsers } from '../door.ts';
import { nothing } from './fields.ts';

/** Takes apart what a window asks about the desktop. */
export const DESKTOP_PARSERS: Pick<Parsers, keyof DesktopRequests> = {
  'place.take': nothing,
  'notifications.read': nothing,
  'notifications.test': nothing,
};
