import { describe, expect, test } from 'vitest';
import { isEsports, playLabelOf } from './esports-label.ts';

test.each([
  ['CS2', true],
  ['CS:GO', true],
  ['League of Legends', true],
  ['Dota 2', true],
  ['NBA', false],
  ['Wimbledon (M)', false],
])('%s is esports: %s', (sport, expected) => {
  expect(isEsports(sport)).toBe(expected);
});

describe('playLabelOf', () => {
  const label = 'Ashen Wolves vs Smoke & Mirrors, 2026-01-18, 07';
  test.each([
    ['the same label', ['X vs Y, 2026-01-18, 07', label], label],
    [
      'teams in one word',
      ['AshenWolves vs Smoke&Mirrors, 2026-01-18, 07'],
      'AshenWolves vs Smoke&Mirrors, 2026-01-18, 07',
    ],
    [
      'teams the other way round',
      ['Smoke & Mirrors vs ASHEN WOLVES, 2026-01-18, 07'],
      'Smoke & Mirrors vs ASHEN WOLVES, 2026-01-18, 07',
    ],
    ['another day', ['AshenWolves vs Smoke&Mirrors, 2026-01-19, 07'], null],
    ['another opponent', ['AshenWolves vs Northern Lights, 2026-01-18, 07'], null],
    [
      'two that fit',
      ['AshenWolves vs Smoke&Mirrors, 2026-01-18, 07', 'Ashen-Wolves vs Smoke & Mirrors, 2026-01-18, 09'],
      null,
    ],
    ['nothing', [], null],
  ])('%s', (_case, playLabels, expected) => {
    expect(playLabelOf(label, playLabels)).toBe(expected);
  });

  test('a label that is none', () => {
    expect(playLabelOf('something', ['Ashen vs Smoke, 2026-01-18, 07'])).toBeNull();
  });
});
