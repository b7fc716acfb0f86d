import type { Pointed } from '../../stores/pointed.ts';

/** A game as the plays know it, or one play of it. */
export function pointedPlay(
  game: string,
  teams: { readonly home: string; readonly away: string },
  text: string | null,
): Pointed {
  const { home, away } = teams;
  return {
    game: { game, sport: '', home, away, startsAtMs: null },
    bet: null,
    price: null,
    best: 0,
    text,
    isPlay: true,
  };
}
