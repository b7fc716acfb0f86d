/** A value as JSON can carry it; only `decode` of the same codec understands it. */
export type Encoded = unknown;

/** Structured clone over JSON text. */
export interface Codec {
  /** Throws `An object could not be cloned.`, as Electron does, for what structured clone refuses. */
  encode(value: unknown): Encoded;
  decode(encoded: Encoded): unknown;
}

/** How the two sides write bytes as text and take a structured clone. */
export interface CodecPlatform {
  bytesToBase64(bytes: Uint8Array): string;
  base64ToBytes(text: string): Uint8Array<ArrayBuffer>;
  structuredClone(value: unknown): unknown;
}

/**
 * Makes the codec of one side. It keeps typed arrays, Map, Set, Date, RegExp, Error, bigint, undefined, -0, NaN,
 * repeated and circular references; of a view it carries only the bytes that the view shows.
 *
 * The same source runs in Node and, by way of `toString`, in the page: so it names nothing outside itself.
 */
export function createCodec(platform: CodecPlatform): Codec {
  type Tagged = { $: string; v?: unknown; t?: string; f?: string; n?: string; s?: string; c?: unknown };
  const CLONE_ERROR = 'An object could not be cloned.';
  const VIEWS: Record<string, (new (buffer: ArrayBuffer) => ArrayBufferView) | undefined> = {
    Int8Array,
    Uint8Array,
    Uint8ClampedArray,
    Int16Array,
    Uint16Array,
    Int32Array,
    Uint32Array,
    Float32Array,
    Float64Array,
    BigInt64Array,
    BigUint64Array,
    DataView,
  };
  const ERRORS: Record<string, ErrorConstructor | undefined> = {
    EvalError,
    RangeError,
    ReferenceError,
    SyntaxError,
    TypeError,
    URIError,
  };
  const tagOf = (value: object): string => Object.prototype.toString.call(value).slice(8, -1);

  function encodeNumber(value: number): Encoded {
    if (Object.is(value, -0)) return { $: 'number', v: '-0' };
    return Number.isFinite(value) ? value : { $: 'number', v: String(value) };
  }

  function encodeValue(value: unknown, seen: Map<object, number>): Encoded {
    if (value === null || typeof value === 'string' || typeof value === 'boolean') return value;
    if (typeof value === 'number') return encodeNumber(value);
    if (value === undefined) return { $: 'undefined' };
    if (typeof value === 'bigint') return { $: 'bigint', v: String(value) };
    if (typeof value !== 'object') throw new Error(CLONE_ERROR);
    const earlier = seen.get(value);
    if (earlier !== undefined) return { $: 'ref', v: earlier };
    seen.set(value, seen.size);
    if (Array.isArray(value)) return Array.from(value, (item) => encodeValue(item, seen));
    return encodeObject(value, seen);
  }

  function encodeObject(value: object, seen: Map<object, number>): Encoded {
    if (ArrayBuffer.isView(value)) {
      const view = tagOf(value);
      if (!VIEWS[view]) throw new Error(`stand-in host: a ${view} is not carried between processes`);
      const bytes = new Uint8Array(value.buffer as ArrayBuffer, value.byteOffset, value.byteLength);
      return { $: 'view', t: view, v: platform.bytesToBase64(bytes) };
    }
    const tag = tagOf(value);
    if (tag === 'ArrayBuffer')
      return { $: 'buffer', v: platform.bytesToBase64(new Uint8Array(value as ArrayBuffer)) };
    if (tag === 'Date') return { $: 'date', v: encodeNumber((value as Date).getTime()) };
    if (tag === 'RegExp') return { $: 'regexp', v: (value as RegExp).source, f: (value as RegExp).flags };
    if (tag === 'Map') {
      const entries = [...(value as Map<unknown, unknown>)].flat(1);
      return { $: 'map', v: entries.map((item) => encodeValue(item, seen)) };
    }
    if (tag === 'Set')
      return { $: 'set', v: Array.from(value as Set<unknown>, (item) => encodeValue(item, seen)) };
    if (tag === 'Error') {
      const error = value as Error;
      const encoded: Tagged = { $: 'error', n: error.name, v: error.message, s: error.stack ?? '' };
      if ('cause' in error) encoded.c = encodeValue(error.cause, seen);
      return encoded;
    }
    if (tag === 'Boolean' || tag === 'Number' || tag === 'String' || tag === 'BigInt') {
      return { $: 'boxed', v: encodeValue((value as { valueOf(): unknown }).valueOf(), seen) };
    }
    if (tag !== 'Object') throw new Error(`stand-in host: a ${tag} is not carried between processes`);
    // Without a prototype a key named __proto__ is a key like any other.
    const copy: Record<string, unknown> = Object.create(null);
    for (const key of Object.keys(value))
      copy[key] = encodeValue((value as Record<string, unknown>)[key], seen);
    return '$' in copy ? { $: 'object', v: copy } : copy;
  }

  function decodeValue(encoded: Encoded, seen: unknown[]): unknown {
    if (typeof encoded !== 'object' || encoded === null) return encoded;
    if (Array.isArray(encoded)) {
      seen.push(encoded);
      for (let index = 0; index < encoded.length; index++) encoded[index] = decodeValue(encoded[index], seen);
      return encoded;
    }
    return '$' in encoded ? decodeTagged(encoded as Tagged, seen) : decodeFields(encoded, seen);
  }

  function decodeFields(fields: object, seen: unknown[]): object {
    seen.push(fields);
    const record = fields as Record<string, unknown>;
    for (const key of Object.keys(record)) record[key] = decodeValue(record[key], seen);
    return fields;
  }

  function remember<T>(value: T, seen: unknown[]): T {
    seen.push(value);
    return value;
  }

  function decodeTagged(tagged: Tagged, seen: unknown[]): unknown {
    switch (tagged.$) {
      case 'undefined':
        return undefined;
      case 'number':
        return Number(tagged.v);
      case 'bigint':
        return BigInt(tagged.v as string);
      case 'ref':
        return seen[tagged.v as number];
      case 'view': {
        const View = VIEWS[tagged.t ?? ''] ?? Uint8Array;
        return remember(new View(platform.base64ToBytes(tagged.v as string).buffer), seen);
      }
      case 'buffer':
        return remember(platform.base64ToBytes(tagged.v as string).buffer, seen);
      case 'date':
        return remember(new Date(decodeValue(tagged.v, seen) as number), seen);
      case 'regexp':
        return remember(new RegExp(tagged.v as string, tagged.f), seen);
      case 'map': {
        const map = remember(new Map(), seen);
        const flat = (tagged.v as Encoded[]).map((item) => decodeValue(item, seen));
        for (let index = 0; index < flat.length; index += 2) map.set(flat[index], flat[index + 1]);
        return map;
      }
      case 'set': {
        const set = remember(new Set(), seen);
        for (const item of tagged.v as Encoded[]) set.add(decodeValue(item, seen));
        return set;
      }
      case 'error': {
        const KnownError = ERRORS[tagged.n ?? ''] ?? Error;
        const error = remember(new KnownError(tagged.v as string), seen);
        for (const [key, value] of [
          ['name', tagged.n],
          ['stack', tagged.s],
        ] as const) {
          if (error[key] !== value)
            Object.defineProperty(error, key, { value, writable: true, configurable: true });
        }
        if ('c' in tagged) error.cause = decodeValue(tagged.c, seen);
        return error;
      }
      case 'boxed': {
        const index = seen.push(undefined) - 1;
        seen[index] = Object(decodeValue(tagged.v, seen));
        return seen[index];
      }
      default:
        return decodeFields(tagged.v as object, seen);
    }
  }

  return {
    encode(value) {
      let cloned: unknown;
      try {
        cloned = platform.structuredClone(value);
      } catch {
        throw new Error(CLONE_ERROR);
      }
      return encodeValue(cloned, new Map());
    },
    decode: (encoded) => decodeValue(encoded, []),
  };
}
