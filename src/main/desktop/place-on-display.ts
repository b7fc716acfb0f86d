import type { WindowPlace } from './settings-store.ts';

/** A rectangle of the desktop. Unit: device-independent pixels. */
export interface Area {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Where a window stands that was never moved. */
export type FirstStand = 'middle' | 'corner';

/** Distance from the corner of a window that was never moved, px. */
const MARGIN = 24;

/**
 * Where a window goes on a display: where it was, moved and shrunk as far as the display needs it to be seen whole; in
 * the middle or the lower right corner where it never was. `area`: the part of the display that windows may use.
 */
export function placeOnDisplay(place: WindowPlace, area: Area, first: FirstStand): Area {
  const width = Math.min(place.width, area.width);
  const height = Math.min(place.height, area.height);
  const farX = area.x + area.width - width;
  const farY = area.y + area.height - height;
  const firstOf = (near: number, far: number) =>
    first === 'middle' ? Math.round((near + far) / 2) : far - MARGIN;
  return {
    x: Math.max(area.x, Math.min(place.x ?? firstOf(area.x, farX), farX)),
    y: Math.max(area.y, Math.min(place.y ?? firstOf(area.y, farY), farY)),
    width,
    height,
  };
}
