import { describe, expect, it } from 'vitest';
import { placeOnDisplay } from './place-on-display.ts';

const AREA = { x: 1920, y: 0, width: 1280, height: 1000 };

describe('the place of a window', () => {
  it.each([
    [
      'the lower right corner at first',
      { width: 360, height: 240 },
      { x: 2816, y: 736, width: 360, height: 240 },
    ],
    [
      'where it was',
      { x: 2000, y: 50, width: 360, height: 240 },
      { x: 2000, y: 50, width: 360, height: 240 },
    ],
    [
      'back in sight when the display is smaller now',
      { x: 5000, y: -70, width: 360, height: 240 },
      { x: 2840, y: 0, width: 360, height: 240 },
    ],
    [
      'no larger than the display',
      { x: 1920, y: 0, width: 4000, height: 3000 },
      { x: 1920, y: 0, width: 1280, height: 1000 },
    ],
  ])('is %s', (_name, place, expected) => {
    expect(placeOnDisplay(place, AREA, 'corner')).toEqual(expected);
  });

  it('is the middle at first, for a window that asks for it', () => {
    const size = { width: 400, height: 300 };
    expect(placeOnDisplay(size, AREA, 'middle')).toEqual({ x: 2360, y: 350, ...size });
    expect(placeOnDisplay({ x: 2000, y: 50, ...size }, AREA, 'middle')).toEqual({ x: 2000, y: 50, ...size });
  });
});
