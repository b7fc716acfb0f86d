import { expect, it } from 'vitest';
import type { KeptGame } from '../../../ports/recorded-day.ts';
import { asMatches } from './kept-matches.ts';

const kept = (id: number, home: string, away: string, hour: string): KeptGame => ({
  id,
  label: `${home} vs ${away}, 2026-01-18, ${hour}`,
  sport: 'NBA',
  home,
  away,
  startsAtMs: null,
  universalId: null,
});

it('makes one of a match that is listed with its teams turned or an hour off, and two of a double-header', () => {
  const games = [
    kept(1, 'Celtics', 'Lakers', '07'),
    kept(2, 'Lakers', 'Celtics', '07'),
    kept(3, 'Celtics', 'Lakers', '08'),
    kept(4, 'Cubs', 'Mets', '01'),
    kept(5, 'Cubs', 'Mets', '07'),
  ];
  const matches = asMatches(games);
  expect(matches.map(({ label }) => label)).toEqual([games[0]!.label, games[3]!.label, games[4]!.label]);
  expect(matches[0]).toEqual({
    label: games[0]!.label,
    labels: [
      { label: games[0]!.label, isFlipped: false },
      { label: games[2]!.label, isFlipped: false },
      { label: games[1]!.label, isFlipped: true },
    ],
    sport: 'NBA',
    home: 'Celtics',
    away: 'Lakers',
    startsAtMs: null,
  });
});
