/** A JSON object off the wire: nothing about it is known yet. */
export type WireObject = Readonly<Record<string, unknown>>;

export function isObject(value: unknown): value is WireObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A text that says something, else `null`: the provider writes `{}` for "none" in some frames. */
export function textOf(value: unknown): string | null {
  return typeof value === 'string' && value !== '' ? value : null;
}

/** A text as stated: `undefined` where the field is missing, `null` where it is null or no text. */
export function optionalText(value: unknown): string | null | undefined {
  if (value === undefined || typeof value === 'string') return value;
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : null;
}
