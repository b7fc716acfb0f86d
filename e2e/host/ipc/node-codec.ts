import { type Codec, createCodec } from '../page/structured-clone.ts';

/** The host's side of the structured clone. */
export const codec: Codec = createCodec({
  bytesToBase64: (bytes) => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('base64'),
  base64ToBytes: (text) => {
    const pooled = Buffer.from(text, 'base64');
    const own = new Uint8Array(pooled.length);
    own.set(pooled);
    return own;
  },
  structuredClone: (value) => structuredClone(value),
});
