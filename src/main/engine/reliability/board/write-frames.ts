import type { SeededChance } from '../seeded-chance.ts';
import type { TrueListing, TrueOutcome } from './truth.ts';

/** Writes what the provider would send, in any of the forms that were seen of it. For tests. */
export class FrameWriter {
  readonly #chance: SeededChance;

  constructor(chance: SeededChance) {
    this.#chance = chance;
  }

  /** A listing, complete. */
  state(
    action: 'initial_state' | 'game_update' | 'game_added',
    listing: TrueListing,
    markets: (name: string) => boolean,
  ) {
    return this.#frame(
      action,
      listing,
      [...listing.outcomes].filter(([, { name }]) => markets(name)),
      false,
    );
  }

  /** Some of a listing's outcomes: those whose texts did not change may leave them out. */
  update(
    listing: TrueListing,
    changed: readonly (readonly [string, TrueOutcome, boolean])[],
    mayOmitSport: boolean,
  ) {
    return this.#frame('line_update', listing, changed, mayOmitSport && this.#chance.is(0.3));
  }

  removal({ sportsbook, sport, game }: TrueListing) {
    const label = this.#chance.is(0.5) ? { game } : { info: { game } };
    return { action: 'game_removed', data: { sport, sportsbook, outcomes: {}, ...label } };
  }

  clear(sportsbook: string, sport: string | null) {
    const none = { game: {}, home_team: {}, away_team: {}, info: {}, outcomes: {} };
    return {
      action: sport === null ? 'book_clear' : 'sport_clear',
      data: { sportsbook, sport: sport ?? {}, ...none },
    };
  }

  /** A message that must change nothing. */
  noise(): unknown {
    return this.#chance.pick([
      { action: 'ping' },
      {
        action: 'market_pulse',
        data: { sportsbook: 'circa', game: 'A vs B', outcomes: { home: { odds: 1 } } },
      },
      { action: 'line_update', data: { sportsbook: 'circa' } },
      { action: 'line_update', data: null },
      { action: 'game_removed', data: { sportsbook: 'circa', game: 'unheard of' } },
      { action: 'book_clear', data: { sportsbook: {} } },
      { data: 1 },
      [[]],
      null,
      'text',
    ]);
  }

  #frame(
    action: string,
    { sportsbook, sport, game }: TrueListing,
    outcomes: readonly (readonly [string, TrueOutcome, boolean?])[],
    omitsSport: boolean,
  ) {
    const named = omitsSport ? {} : { sport };
    const written = outcomes.map(([key, outcome, mayBeShort]) => [
      key,
      this.#outcome(outcome, mayBeShort === true),
    ]);
    return {
      timestamp: '2026-11-22T19:46:10.023175+00:00',
      action,
      data: {
        ...named,
        sportsbook,
        game,
        info: { when: '2026-11-22, 07:00 PM' },
        outcomes: Object.fromEntries(written),
      },
    };
  }

  #outcome({ american, name, line, overUnder, target, link }: TrueOutcome, mayBeShort: boolean) {
    const odds = this.#odds(american);
    if (mayBeShort && this.#chance.is(0.5)) return { odds, outcome_name: name };
    return {
      odds,
      link,
      outcome_name: name,
      outcome_line: line,
      outcome_over_under: overUnder,
      outcome_target: target,
    };
  }

  #odds(american: number | null): unknown {
    if (american === null) return this.#chance.pick([null, '', 'None', 'who knows', '50', {}]);
    const text = american > 0 ? `+${american}` : String(american);
    return this.#chance.pick([american, text, text.replace('-', '\u2212')]);
  }
}
