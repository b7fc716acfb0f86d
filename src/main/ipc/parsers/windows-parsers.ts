import type { WindowsRequests } from '#contract/requests/windows-requests.ts';
import type { Parsers } from '../door.ts';
import { nothing } from './fields.ts';

/** Takes apart what a window asks about the windows. */
export const WINDOWS_PARSERS: Pick<Parsers, keyof WindowsRequests> = {
  'ticker.toggle': nothing,
  'main.show': nothing,
};
