import type { WindowPlace } from './settings-store.ts';

/** A rectangle of the desktop. Unit: device-independent pixels. */
export interface Area {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Distance from the corner of a window that was never moved, px. */
const MARGIN = 24;

/**
 * Where a window goes on a display: where it was, moved and shrunk as far as the display needs it to be seen whole; in
 * the lower right corner where it never was. `area`: the part of the display that windows may use.
 */
export function placeOnDisplay(place: WindowPlace, area: Area): Area {
  const width = Math.min(place.width, area.width);
  const height = Math.min(place.height, area.height);
  const farX = area.x + area.width - width;
  const farY = area.y + area.height - height;
  return {
    x: Math.max(area.x, Math.min(place.x ?? farX - MARGIN, farX)),
    y: Math.max(area.y, Math.min(place.y ?? farY - MARGIN, farY)),
    width,
    height,
  };
}
