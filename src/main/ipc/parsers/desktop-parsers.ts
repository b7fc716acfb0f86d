import type { DesktopRequests } from '#contract/requests/desktop-requests.ts';
import { UPDATE_STEPS, type UpdateStep } from '#contract/updates.ts';
import type { Parsers } from '../door.ts';
import { fieldsOf, isOneOf, nothing } from './fields.ts';

const isStep = isOneOf(UPDATE_STEPS);

/** Takes apart what a window asks about the desktop. */
export const DESKTOP_PARSERS: Pick<Parsers, keyof DesktopRequests> = {
  'place.take': nothing,
  'notifications.read': nothing,
  'notifications.test': nothing,
  'updates.read': nothing,
  'updates.step'(input) {
    const step = fieldsOf(input)?.['step'];
    return isStep(step) ? { step: step as UpdateStep } : undefined;
  },
};
