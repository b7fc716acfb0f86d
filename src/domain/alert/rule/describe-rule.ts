import { sportsbookName } from '../../catalogue/sportsbook-names.ts';
import { labelWithoutTime } from '../../identity/match/game-label.ts';
import { marketSideWords } from '../../identity/selection/bet-words.ts';
import type { WatchSubject } from '../../watchlist/watchlist.ts';
import { amountWords, numberWords, priceWords, spanWords } from '../looking/words.ts';
import type { Direction, GameEvent, Repeat, Rule, RuleTarget, RuleTrigger } from './rule.ts';

/** What a rule does, as one sentence for people. */
export function describeRule(rule: Rule): string {
  const where =
    rule.sportsbooks === undefined ? '' : `, at ${rule.sportsbooks.map(sportsbookName).join(', ')} only`;
  const parts = [
    `Tells when ${triggerWords(rule)}, on ${targetWords(rule.on)}${where}`,
    ...(rule.phase === undefined || rule.phase === 'both'
      ? []
      : [rule.phase === 'in-play' ? 'once the game has started' : 'before the game starts']),
    ...boundsWords(rule),
    repeatWords(rule.repeat),
    ...hoursWords(rule),
    ...(rule.expires === undefined ? [] : [`until ${rule.expires}`]),
  ];
  return `${parts.join('; ')}.${rule.isOff ? ' It is switched off.' : ''}`;
}

function triggerWords(rule: RuleTrigger): string {
  switch (rule.kind) {
    case 'price': {
      const best = rule.of === 'best' ? 'the best price' : 'a price';
      const line = rule.line === undefined ? '' : ` at ${numberWords(rule.line)} or a better line`;
      return `${best} reaches ${priceWords(rule.price)} or ${rule.reach === 'at-most' ? 'less' : 'more'}${line}`;
    }
    case 'move':
      return `a price moves ${wayWords(rule.direction)}by ${amountWords(rule.by, rule.unit)} or more within ${spanWords(rule.withinS)}`;
    case 'line': {
      const by = rule.by === undefined ? [] : [`by ${numberWords(rule.by)} or more`];
      const through =
        rule.through === undefined ? [] : [`through ${rule.through.map(numberWords).join(' or ')}`];
      const within = rule.withinS === undefined ? '' : ` within ${spanWords(rule.withinS)}`;
      return `a main line moves ${wayWords(rule.direction ?? 'both')}${[...by, ...through].join(', or ')}${within}`;
    }
    case 'steam':
      return `${rule.sportsbooksMoving} sportsbooks or more move the same way ${wayWords(rule.direction)}by ${amountWords(rule.by, rule.unit)} or more within ${spanWords(rule.withinS)}`;
    case 'event':
      return rule.events.map((event) => eventWords(event, rule.minutes)).join(', or ');
    case 'value':
      return `a price is worth more than ${numberWords(rule.overPct)} % over the fair one of ${rule.fair.map(({ sportsbook, weight }) => (weight === undefined ? sportsbook : `${sportsbook} (weight ${weight})`)).join(', ')} (${rule.method})`;
    case 'arbitrage':
      return rule.find === 'arbitrage'
        ? `all sides together return more than ${numberWords(rule.overPct)} % for sure, each price at most ${spanWords(rule.freshS)} old`
        : `two lines ${numberWords(rule.gap!)} or more apart leave a middle that returns more than ${numberWords(rule.overPct)} % for sure, each price at most ${spanWords(rule.freshS)} old`;
    case 'play':
      switch (rule.what) {
        case 'score':
          return 'the score changes';
        case 'period':
          return rule.period === undefined ? 'a period begins' : `the period is ${rule.period}`;
        case 'event':
          return `one of these is played: ${rule.events!.join(', ')}`;
        case 'difference':
          return `the score comes within ${rule.atMost}${rule.period === undefined ? '' : ` in ${rule.period}`}`;
      }
  }
}

function targetWords(on: RuleTarget): string {
  switch (on.type) {
    case 'league':
      return `all of ${on.sport}`;
    case 'watchlist':
      return `the watchlist “${on.watchlist}”`;
    case 'entry':
      return entryWords(on.entry);
    case 'filter': {
      const lists = [on.sports, on.games, on.teams, on.players, on.markets, on.sides].filter(
        (list) => list !== undefined,
      );
      return lists.length === 0 ? 'everything' : lists.map((list) => list.join(' or ')).join(', ');
    }
  }
}

function entryWords(entry: WatchSubject): string {
  switch (entry.kind) {
    case 'selection':
      return `${entry.outcome} at ${sportsbookName(entry.sportsbook)}, ${labelWithoutTime(entry.game)}`;
    case 'bet':
      return `${marketSideWords(entry.market, entry.side, entry.game)}, ${labelWithoutTime(entry.game)}`;
    case 'market':
      return `the ${entry.market} of ${labelWithoutTime(entry.game)}`;
    case 'game':
      return labelWithoutTime(entry.game);
    case 'team':
      return entry.sport === '' ? entry.team : `${entry.team} (${entry.sport})`;
    case 'player':
      return entry.player;
  }
}

function boundsWords({ minPrice, maxPrice }: Rule): readonly string[] {
  if (minPrice === undefined && maxPrice === undefined) return [];
  const low = minPrice === undefined ? '' : ` from ${priceWords(minPrice)}`;
  const high = maxPrice === undefined ? '' : ` up to ${priceWords(maxPrice)}`;
  return [`only for prices${low}${high}`];
}

function repeatWords(repeat: Repeat | undefined): string {
  if (repeat === 'once') return 'once';
  if (repeat === undefined || repeat === 'every') return 'every time';
  return 'afterMinutes' in repeat
    ? `not again for ${spanWords(repeat.afterMinutes * 60)}`
    : `not again before it has gone back by ${numberWords(repeat.afterReturnBy)}`;
}

function hoursWords({ hours }: Rule): readonly string[] {
  if (hours === undefined) return [];
  const days = hours.days === undefined ? '' : ` on ${hours.days.join(', ')}`;
  return [
    `from ${hours.from} to ${hours.to}${days}${hours.timeZone === undefined ? '' : ` (${hours.timeZone})`}`,
  ];
}

function wayWords(direction: Direction): string {
  return direction === 'both' ? '' : `${direction} `;
}

function eventWords(event: GameEvent, minutes: number | undefined): string {
  switch (event) {
    case 'suspended':
      return 'a bet is suspended';
    case 'reopened':
      return 'a bet is offered again';
    case 'new-market':
      return 'a market is new';
    case 'game-added':
      return 'a game is added';
    case 'game-removed':
      return 'a game is removed';
    case 'starts-soon':
      return `a game starts in ${minutes} min`;
  }
}
