import { standIn } from '../stand-in/stand-in.ts';

type Own =
  | 'getPrimaryDisplay'
  | 'getAllDisplays'
  | 'getDisplayMatching'
  | 'getDisplayNearestPoint'
  | 'getCursorScreenPoint';

let size: Electron.Size = { width: 1920, height: 1080 };

/** Tells the size of the display that Chromium found. */
export function setScreenSize(found: Electron.Size): void {
  size = found;
}

/** `screen`: one display. */
export class Screen
  extends standIn<Electron.Screen, Own>('Screen', 'screen')
  implements Pick<Electron.Screen, Own>
{
  getPrimaryDisplay(): Electron.Display {
    const bounds = { x: 0, y: 0, ...size };
    return {
      id: 1,
      label: '',
      bounds,
      workArea: { ...bounds },
      size: { ...size },
      workAreaSize: { ...size },
      scaleFactor: 1,
      rotation: 0,
      internal: false,
      detected: true,
      monochrome: false,
      colorDepth: 24,
      depthPerComponent: 8,
      colorSpace: '{primaries:BT709, transfer:SRGB, matrix:RGB, range:FULL}',
      displayFrequency: 60,
      maximumCursorSize: { width: 64, height: 64 },
      nativeOrigin: { x: 0, y: 0 },
      accelerometerSupport: 'unknown',
      touchSupport: 'unknown',
    };
  }
  getAllDisplays(): Electron.Display[] {
    return [this.getPrimaryDisplay()];
  }
  getDisplayMatching(_rect: Electron.Rectangle): Electron.Display {
    return this.getPrimaryDisplay();
  }
  getDisplayNearestPoint(_point: Electron.Point): Electron.Display {
    return this.getPrimaryDisplay();
  }
  getCursorScreenPoint(): Electron.Point {
    return { x: 0, y: 0 };
  }
}

export const screen = new Screen();
