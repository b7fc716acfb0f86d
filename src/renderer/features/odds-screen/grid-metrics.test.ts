import { describe, expect, it } from 'vitest';
import { columnWidths, METRICS } from './grid-metrics.ts';

describe('columnWidths', () => {
  it('fits ten sportsbooks into a window of 1280', () => {
    const { fixed, book, table } = columnWidths(1280, 10, 'american');
    expect(table).toBe(fixed + 10 * book);
    expect(table + METRICS.scrollBarWidth).toBeLessThanOrEqual(1280);
  });

  it('never makes a column narrower than its prices need, nor wider than reads well', () => {
    expect(columnWidths(1280, 40, 'american').book).toBe(METRICS.cellMinWidth);
    expect(columnWidths(2560, 2, 'american').book).toBe(METRICS.cellMaxWidth);
    expect(columnWidths(0, 0, 'american').book).toBe(METRICS.cellMinWidth);
  });

  it('gives fractions more room', () => {
    expect(columnWidths(1280, 40, 'fractional').book).toBeGreaterThan(columnWidths(1280, 40, 'decimal').book);
  });
});
