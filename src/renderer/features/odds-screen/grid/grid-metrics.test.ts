import { describe, expect, it } from 'vitest';
import { columnWidths, METRICS } from './grid-metrics.ts';

const free = (count: number) => Array.from({ length: count }, () => undefined);

describe('columnWidths', () => {
  it('fits ten sportsbooks into a window of 1280', () => {
    const { fixed, columns, starts, table } = columnWidths(1280, METRICS.startWidth, free(10), 'american');
    expect(table).toBe(fixed + 10 * columns[0]!);
    expect(starts.slice(0, 3)).toEqual([0, columns[0], 2 * columns[0]!]);
    expect(table + METRICS.scrollBarWidth).toBeLessThanOrEqual(1280);
  });

  it('never makes a column narrower than its prices need, nor wider than reads well', () => {
    expect(columnWidths(1280, METRICS.startWidth, free(40), 'american').columns[0]).toBe(
      METRICS.cellMinWidth,
    );
    expect(columnWidths(2560, METRICS.startWidth, free(2), 'american').columns[1]).toBe(METRICS.cellMaxWidth);
    expect(columnWidths(0, METRICS.startWidth, [], 'american')).toMatchObject({
      columns: [],
      best: METRICS.cellMinWidth,
    });
  });

  it('leaves what the user chose, and shares the rest among the others', () => {
    const { columns, starts } = columnWidths(
      1000,
      METRICS.startWidth,
      [60, undefined, 300, undefined],
      'american',
    );
    expect(columns).toEqual([60, columns[1], 300, columns[1]]);
    expect(starts).toEqual([0, 60, 60 + columns[1]!, 360 + columns[1]!]);
  });

  it('gives fractions more room', () => {
    const least = (format: 'fractional' | 'decimal') =>
      columnWidths(1280, METRICS.startWidth, free(40), format).columns[0]!;
    expect(least('fractional')).toBeGreaterThan(least('decimal'));
  });
});
