import { plainWords } from '../names/plain-words.ts';
import { foldTeam, looseKey, type TeamName } from '../names/team-name.ts';
import { type GameLabel, parseGameLabel } from './game-label.ts';
import { type StartEvidence, startEvidence } from './start-evidence.ts';

/** What is stated of the game behind a label; what is not known is `null` or empty and then read off the label. */
export interface MatchFacts {
  readonly sport: string | null;
  readonly home: string | null;
  readonly away: string | null;
  /** Unit: Unix ms. */
  readonly startsAtMs: number | null;
  readonly universalId: string | null;
}

/** A label with all that decides which match it is. */
export interface MatchIdentity {
  readonly label: string;
  /** Folded; empty where not known. */
  readonly sport: string;
  readonly home: TeamName;
  readonly away: TeamName;
  readonly universalId: string | null;
  readonly start: StartEvidence;
  /** Labels without this in common are one match by their universal id only. */
  readonly bucket: string;
}

/** Ids that stand for "none" in some feeds: joined by them, all games would be one match. */
const NO_ID = /^(?:0*|null|none|nil|nan|undefined|n\/?a|-)$/;

/** Reads off facts and label what decides the identity of a game. Never throws. */
export function identify(label: string, facts: MatchFacts): MatchIdentity {
  const said = parseGameLabel(label);
  const home = foldTeam(facts.home?.trim() || said?.home || '');
  const away = foldTeam(facts.away?.trim() || said?.away || '');
  return {
    label,
    sport: plainWords(facts.sport ?? ''),
    home,
    away,
    universalId: readId(facts.universalId) ?? readId(said?.universalId ?? null),
    start: startEvidence(facts.startsAtMs, said),
    bucket: bucketOf(label, said, home, away),
  };
}

function readId(id: string | null): string | null {
  const plain = id?.trim().toLowerCase() ?? '';
  return NO_ID.test(plain) ? null : plain;
}

function bucketOf(label: string, said: GameLabel | null, home: TeamName, away: TeamName): string {
  // A label without two teams (an outright) is like no other.
  if (home.text === '' || away.text === '' || home.text === away.text)
    return `label ${said ? '' : '?'}${label}`;
  return `teams ${[looseKey(home), looseKey(away)].sort().join(' / ')}`;
}

/** Whether facts say nothing that is not in `known`. */
export function isContained(facts: MatchFacts, known: MatchFacts): boolean {
  return (
    (!facts.sport || facts.sport === known.sport) &&
    (!facts.home || facts.home === known.home) &&
    (!facts.away || facts.away === known.away) &&
    (facts.startsAtMs === null || facts.startsAtMs === known.startsAtMs) &&
    (!facts.universalId || facts.universalId === known.universalId)
  );
}

/** Facts with what is newly stated in the place of what was known. */
export function completed(known: MatchFacts, facts: MatchFacts): MatchFacts {
  return {
    sport: facts.sport || known.sport,
    home: facts.home || known.home,
    away: facts.away || known.away,
    startsAtMs: facts.startsAtMs ?? known.startsAtMs,
    universalId: facts.universalId || known.universalId,
  };
}
