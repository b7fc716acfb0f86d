import type { SelectionQuery } from '#contract/game.ts';
import type { OddsFormat } from '#contract/settings.ts';
import { CONSENSUS } from '#domain/catalogue/consensus.ts';
import { MAIN_MARKETS, type MainMarketKey } from '#domain/catalogue/markets.ts';
import { sportsbookName } from '#domain/catalogue/sportsbook-names.ts';
import type { WatchSubject } from '#domain/watchlist/watchlist.ts';
import type { RuleDraft } from '../../stores/alerts/alerts.ts';
import type { Pointed, PointedGame } from '../../stores/pointed.ts';
import type { Stores } from '../../stores/stores.ts';
import { texts } from '../../texts.ts';
import { priceText } from '../../ui/odds-text.ts';
import { openGame, openGamePage } from '../shell/jump.ts';
import { priceRule } from './price-rule.ts';

const EVEN = 100;

/** Actions that stand together in the menu. */
export const POINTED_GROUPS = ['go', 'make', 'watch', 'copy'] as const;
export type PointedGroup = (typeof POINTED_GROUPS)[number];

/** Something that can be done with what is pointed at. */
export interface PointedAction {
  readonly id: string;
  readonly group: PointedGroup;
  readonly label: string;
  /** The key that does it where the cursor stands in a table of odds; empty text = none. */
  readonly shortcut: string;
  readonly run: (stores: Stores) => void;
}

/** Everything that can be done with what is pointed at, in the order of the menu. */
export function pointedActions(pointed: Pointed, stores: Stores): readonly PointedAction[] {
  return [
    ...goActions(pointed, stores),
    ...makeActions(pointed, stores),
    ...watchActions(pointed),
    ...copyActions(pointed, stores),
  ];
}

/** What is pointed at, in words for people. */
export function pointedWords({ bet, game, text }: Pointed): string {
  return text ?? bet?.wording ?? (game ? gameWords(game) : '');
}

function goActions({ game, bet }: Pointed, { navigation }: Stores): readonly PointedAction[] {
  if (game === null) return [];
  const isOdds = navigation.screen.read() === 'odds';
  const open: PointedAction = {
    id: 'open',
    group: 'go',
    label: texts.pointed.open,
    shortcut: '',
    run: (stores) => openGamePage(stores, game.game, bet),
  };
  const show: PointedAction = {
    id: 'show',
    group: 'go',
    label: texts.pointed.show,
    shortcut: '',
    run: (stores) => openGame(stores, game),
  };
  return [
    ...(isOdds && navigation.game.read() !== null ? [] : [open]),
    ...(isOdds && navigation.game.read() === null ? [] : [show]),
  ];
}

function makeActions(pointed: Pointed, { settings }: Stores): readonly PointedAction[] {
  const { bet, game, price, isPlay } = pointed;
  const format = settings.settings.read().oddsFormat;
  const rule = ruleOf(pointed, format);
  const isOffered = price !== null && price.american !== 0;
  const words = isOffered ? priceText(price.american, format) : '';
  const actions: PointedAction[] = [];
  if (rule !== null) {
    const forBet = isOffered ? texts.pointed.alertPrice(words) : texts.pointed.alertBet;
    const forGame = isPlay ? texts.pointed.alertPlay : texts.pointed.alertGame;
    actions.push({
      id: 'alert',
      group: 'make',
      label: bet === null ? forGame : forBet,
      shortcut: 'a',
      run: ({ alerts }) => alerts.edit({ replaces: null, rule }),
    });
  }
  if (bet !== null && game !== null && isOffered && price.sportsbook !== CONSENSUS)
    actions.push({
      id: 'note',
      group: 'make',
      label: texts.pointed.note(words),
      shortcut: 'b',
      run: ({ bets }) =>
        bets.open({
          sport: game.sport,
          game: game.game,
          sportsbook: price.sportsbook,
          wording: bet.wording,
          subject: { market: bet.market, side: bet.side },
          startsAtMs: game.startsAtMs,
          price: price.american > 0 ? `+${price.american}` : String(price.american),
        }),
    });
  return actions;
}

/** The rule that is offered: a price of the bet, or what becomes of the game. */
function ruleOf({ bet, game, price, best, isPlay }: Pointed, format: OddsFormat): RuleDraft['rule'] | null {
  if (game === null) return null;
  if (bet === null) {
    return {
      ...(isPlay ? { kind: 'play', what: 'score' } : { kind: 'move' }),
      name: gameWords(game),
      on: { type: 'entry', entry: { kind: 'game', game: game.game, universalId: null } },
    };
  }
  const american = price?.american || best || EVEN;
  return priceRule(
    { game, bet },
    {
      american,
      words: priceText(american, format),
      sportsbook: price?.sportsbook ?? null,
      best: null,
    },
  );
}

function watchActions({ bet, game, price }: Pointed): readonly PointedAction[] {
  if (game === null) return [];
  const actions: PointedAction[] = [];
  const add = (id: string, label: string, subject: WatchSubject, what: string, shortcut = '') =>
    actions.push({
      id,
      group: 'watch',
      label,
      shortcut,
      run: (stores) => void watch(stores, subject, what),
    });
  const named = { game: game.game, universalId: null };
  const match = gameWords(game);
  if (bet !== null) {
    const { market, side, wording } = bet;
    const what = `${wording}, ${match}`;
    add('watch', texts.pointed.bet, { kind: 'bet', ...named, market, side }, what, 'w');
    if (price !== null) {
      const book = sportsbookName(price.sportsbook);
      actions.push({
        id: 'watch.selection',
        group: 'watch',
        label: texts.pointed.selection(book),
        shortcut: '',
        run: (stores) =>
          void watchSelection(stores, { game: game.game, market, side, sportsbook: price.sportsbook }, what),
      });
    }
    const main = mainMarketOf(market);
    if (main !== null) {
      const name = texts.watchlists.markets[main];
      add(
        'watch.market',
        texts.pointed.market(name),
        { kind: 'market', ...named, market: main },
        `${name}, ${match}`,
      );
    }
  }
  add('watch.game', texts.pointed.game, { kind: 'game', ...named }, match, 'Shift+w');
  for (const team of game.away === '' ? [] : [game.away, game.home])
    add(`watch.team ${team}`, team, { kind: 'team', sport: game.sport, team }, team);
  if (bet?.player) add('watch.player', bet.player, { kind: 'player', player: bet.player }, bet.player);
  return actions;
}

async function watch({ watchlists, news }: Stores, subject: WatchSubject, what: string): Promise<void> {
  news.tell(
    await watchlists.watch(subject, {
      added: texts.watchlists.added(what),
      first: texts.watchlists.firstName,
    }),
  );
}

/** Watches a bet at one sportsbook, by what that sportsbook calls it. */
async function watchSelection(stores: Stores, query: SelectionQuery, what: string): Promise<void> {
  const { sportsbook } = query;
  const named = await stores.watchlists.nameSelection(query);
  if (named === null) return stores.news.tell(texts.pointed.gone(sportsbookName(sportsbook)));
  await watch(stores, { kind: 'selection', sportsbook, ...named }, `${what}, ${sportsbookName(sportsbook)}`);
}

function copyActions(pointed: Pointed, { settings }: Stores): readonly PointedAction[] {
  const { bet, game, price, text } = pointed;
  const parts = [
    text ?? bet?.wording,
    price && price.american !== 0 && priceText(price.american, settings.settings.read().oddsFormat),
    price && sportsbookName(price.sportsbook),
    game && gameWords(game),
  ];
  const words = parts.filter(Boolean).join(' · ');
  return [
    {
      id: 'copy',
      group: 'copy',
      label: texts.pointed.copy,
      shortcut: '',
      run: ({ news }) =>
        void navigator.clipboard.writeText(words).then(
          () => news.tell(texts.pointed.copied(words)),
          () => news.tell(texts.pointed.copyDenied),
        ),
    },
  ];
}

/** The main market of the whole game that a bet belongs to; `null` for any other. */
function mainMarketOf(market: string): MainMarketKey | null {
  const [part, kind = ''] = market.split('|');
  const key = kind.replace('three-way ', '');
  return part === 'game' ? (MAIN_MARKETS.find((main) => main.key === key)?.key ?? null) : null;
}

function gameWords({ game, away, home }: PointedGame): string {
  return away === '' ? game : texts.screen.gameLabel(away, home);
}
