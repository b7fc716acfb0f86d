/** Over or under, with the line if the text carries one (`O 5.5`). */
export interface OverUnder {
  readonly side: 'over' | 'under';
  readonly line: number | null;
}

/** Reads `Over`, `Under`, `O`, `U`, `O 5.5` in any case; `null` for anything else. */
export function parseOverUnder(text: string | null): OverUnder | null {
  const match = text === null ? null : /^\s*(o|over|u|under)\s*([+-]?\d+(?:\.\d+)?)?\s*$/i.exec(text);
  if (!match) return null;
  return {
    side: match[1]!.toLowerCase().startsWith('o') ? 'over' : 'under',
    line: match[2] === undefined ? null : Number(match[2]),
  };
}

/** Reads a line as the provider writes it (`-3.5`, `"+3.5"`, U+2212, `PK`); `NaN` where there is none. */
export function parseLine(raw: string | number | null): number {
  if (typeof raw === 'number') return raw;
  if (raw === null) return Number.NaN;
  const text = raw.trim().replace(/[\u2212\u2013]/g, '-');
  if (/^(pk|pick|pick'?em|ev|even)$/i.test(text)) return 0;
  return /^[+-]?(\d+(\.\d*)?|\.\d+)$/.test(text) ? Number(text) : Number.NaN;
}

/** The sides of a row: the away team stands above the home team, as on every American odds screen. */
export const AWAY = 0;
export const HOME = 1;
export const DRAW = 2;
export const OVER = 0;
export const UNDER = 1;
/** The same by the names that sides have in a bet's identity. */
export const SIDE_PLACES: Readonly<Record<string, number | undefined>> = {
  away: AWAY,
  home: HOME,
  draw: DRAW,
  over: OVER,
  under: UNDER,
};

/** Which side of a game a target names (`AWAY`, `HOME`, `DRAW`), -1 for none: a player, another team. */
export function teamSide(target: string | null, home: string, away: string): number {
  if (target === null) return -1;
  if (target === home) return HOME;
  if (target === away) return AWAY;
  const plain = target.trim().toLowerCase();
  if (plain === '') return -1;
  if (plain === home.trim().toLowerCase() || plain === 'home') return HOME;
  if (plain === away.trim().toLowerCase() || plain === 'away') return AWAY;
  return plain === 'draw' || plain === 'tie' || plain === 'the draw' ? DRAW : -1;
}
