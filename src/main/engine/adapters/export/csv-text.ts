/** A value of a table: nothing, a number, or a text. */
export type CsvValue = string | number | null;

/** One line of CSV as RFC 4180 has it; nothing is an empty field. Line ends are CR LF. */
export function csvLine(values: readonly CsvValue[]): string {
  return `${values.map(csvField).join(',')}\r\n`;
}

function csvField(value: CsvValue): string {
  if (value === null) return '';
  if (typeof value === 'number') return String(value);
  return /[",\r\n]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value;
}
