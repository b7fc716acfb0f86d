import { readFileSync } from 'node:fs';
import { standIn } from '../stand-in/stand-in.ts';

type Own =
  | 'toPNG'
  | 'toDataURL'
  | 'isEmpty'
  | 'getSize'
  | 'getAspectRatio'
  | 'setTemplateImage'
  | 'isTemplateImage';

const PNG_SIGNATURE = '89504e470d0a1a0a';

/** `nativeImage`: holds the bytes of a PNG; it can tell its size, and does not draw. */
export class NativeImage
  extends standIn<Electron.NativeImage, Own>('NativeImage', 'nativeImage')
  implements Pick<Electron.NativeImage, Own>
{
  static createEmpty(): NativeImage {
    return new NativeImage(Buffer.alloc(0));
  }
  static createFromBuffer(buffer: Buffer): NativeImage {
    const isPng = buffer.subarray(0, 8).toString('hex') === PNG_SIGNATURE;
    return isPng ? new NativeImage(buffer) : NativeImage.createEmpty();
  }
  static createFromDataURL(dataURL: string): NativeImage {
    return NativeImage.createFromBuffer(Buffer.from(dataURL.slice(dataURL.indexOf(',') + 1), 'base64'));
  }
  /** An unreadable file gives an empty image, as in Electron. */
  static createFromPath(path: string): NativeImage {
    try {
      return NativeImage.createFromBuffer(readFileSync(path));
    } catch {
      return NativeImage.createEmpty();
    }
  }

  readonly #png: Buffer;
  #template = false;

  constructor(png: Buffer) {
    super();
    this.#png = png;
  }
  toPNG(): Buffer {
    return Buffer.from(this.#png);
  }
  toDataURL(): string {
    return `data:image/png;base64,${this.#png.toString('base64')}`;
  }
  isEmpty(): boolean {
    return this.#png.length === 0;
  }
  getSize(): Electron.Size {
    if (this.isEmpty()) return { width: 0, height: 0 };
    return { width: this.#png.readUInt32BE(16), height: this.#png.readUInt32BE(20) };
  }
  getAspectRatio(): number {
    const { width, height } = this.getSize();
    return height === 0 ? 1 : width / height;
  }
  setTemplateImage(option: boolean): void {
    this.#template = option;
  }
  isTemplateImage(): boolean {
    return this.#template;
  }
}

export const nativeImage = NativeImage;
