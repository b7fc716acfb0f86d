/** What a game's label says. Texts are the label's own, blanks around them aside. */
export interface GameLabel {
  readonly home: string;
  readonly away: string;
  /** Day of the start in US Eastern time, `YYYY-MM-DD`; `null` where the label has none. */
  readonly date: string | null;
  /** Hour of the start on a 12-hour clock without AM or PM, 1..12; `null` for anything else. */
  readonly hour: number | null;
  /** The id at the end of a label of the newer form, in lower case. */
  readonly universalId: string | null;
}

/** Longest text that is read as a label. Unit: characters. */
const MOST_CHARACTERS = 512;

const ID_AT_END = /[ ,]([0-9a-f]{12})$/i;
const TIME_AT_END = /[ ,](\d{4})-(\d{2})-(\d{2})(?:[ ,]+(\d{1,2})(?::\d{2})?)?$/;
/** What stands between the teams, the clearest first; a team's own name may hold the later ones. */
const BETWEEN = [/ vs(?: |\. ?)/i, / v(?: |\. ?)/i, / ?@ ?/];

/**
 * Reads `Home vs Away, YYYY-MM-DD, HH`, with or without a 12-hex id behind. Never throws; `null` where there are
 * no two teams. `v`, `v.`, `vs.` and odd blanks are taken too, and `Away @ Home` the American way round. A day
 * that no calendar has is no day.
 */
export function parseGameLabel(label: string): GameLabel | null {
  if (label.length > MOST_CHARACTERS) return null;
  let rest = trimEnds(label.replace(/\s+/g, ' '));
  const id = ID_AT_END.exec(rest);
  if (id) rest = trimEnds(rest.slice(0, id.index));
  const time = TIME_AT_END.exec(rest);
  if (time) rest = trimEnds(rest.slice(0, time.index));
  const teams = splitTeams(rest);
  if (teams === null) return null;
  const isDay = time !== null && isCalendarDay(Number(time[1]), Number(time[2]), Number(time[3]));
  const hour = time?.[4] === undefined ? null : Number(time[4]);
  return {
    ...teams,
    date: isDay ? `${time[1]}-${time[2]}-${time[3]}` : null,
    hour: isDay && hour !== null && hour >= 1 && hour <= 12 ? hour : null,
    universalId: id ? id[1]!.toLowerCase() : null,
  };
}

/** A label as people read it where its day and hour stand elsewhere: `Home vs Away`, as the provider wrote it. */
export function labelWithoutTime(label: string): string {
  return label.replace(/, \d{4}-\d{2}-\d{2}.*$/, '');
}

function splitTeams(text: string): Pick<GameLabel, 'home' | 'away'> | null {
  for (const between of BETWEEN) {
    const found = between.exec(text);
    if (!found) continue;
    const first = trimEnds(text.slice(0, found.index));
    const second = trimEnds(text.slice(found.index + found[0].length));
    if (first === '' || second === '') continue;
    return found[0].includes('@') ? { home: second, away: first } : { home: first, away: second };
  }
  return null;
}

function trimEnds(text: string): string {
  return text.replace(/^[ ,]+/, '').replace(/(?<![ ,])[ ,]+$/, '');
}

function isCalendarDay(year: number, month: number, day: number): boolean {
  const atMs = new Date(Date.UTC(year, month - 1, day));
  return month >= 1 && month <= 12 && day >= 1 && atMs.getUTCDate() === day;
}
