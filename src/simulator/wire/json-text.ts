/**
 * Text as a JSON string the way the provider's encoder writes it: ASCII only, everything else escaped. Its
 * separators are `", "` and `": "`.
 */
export function jsonText(text: string): string {
  const quoted = JSON.stringify(text);
  return /^[\x20-\x7e]*$/.test(quoted) ? quoted : quoted.replace(/[\u007f-\uffff]/g, escapeUnit);
}

/** Any value as the provider's encoder writes it. */
export function jsonValue(value: unknown): string {
  if (typeof value === 'string') return jsonText(value);
  if (Array.isArray(value)) return `[${value.map(jsonValue).join(', ')}]`;
  if (typeof value === 'object' && value !== null) {
    const fields = Object.entries(value).filter(([, field]) => field !== undefined);
    return `{${fields.map(([name, field]) => `${jsonText(name)}: ${jsonValue(field)}`).join(', ')}}`;
  }
  return value === undefined ? 'null' : JSON.stringify(value);
}

function escapeUnit(unit: string): string {
  return `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`;
}
