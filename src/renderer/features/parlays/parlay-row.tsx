import type { ParlayLegView } from '#contract/parlays.ts';
import type { OddsFormat } from '#contract/settings.ts';
import { labelWithoutTime } from '#domain/identity/match/game-label.ts';
import type { ComparedParlay } from '../../stores/parlays/parlay-order.ts';
import { teamsOf } from '../../stores/plays/live-games.ts';
import type { Pointed } from '../../stores/pointed.ts';
import { texts } from '../../texts.ts';
import { toneOf } from '../../ui/figure-table.tsx';
import { percentText } from '../../ui/number-text.ts';
import { priceText } from '../../ui/odds-text.ts';
import { usePointing } from '../pointed/use-pointing.ts';
import { openGame } from '../shell/jump.ts';
import { useStores } from '../stores-context.ts';

interface ParlayRowProps {
  readonly compared: ComparedParlay;
  readonly sportsbook: string;
  readonly format: OddsFormat;
}

/** One parlay: its legs with today's prices, and what it pays beside them. */
export function ParlayRow({
  compared: { parlay, difference, isCurrent },
  sportsbook,
  format,
}: ParlayRowProps) {
  return (
    <tr>
      <td className="figure">
        <Difference difference={difference} isCurrent={isCurrent} />
      </td>
      <td className="figure parlay-posted">{price(parlay.american, format)}</td>
      <td className="figure wide-column">{price(parlay.productAmerican, format)}</td>
      <td className="figure wide-column">
        {parlay.totalBets === null ? '–' : texts.parlays.bets(parlay.totalBets)}
      </td>
      <th scope="row" className="parlay-legs">
        <span className="parlay-kind">
          {texts.parlays.legCount(parlay.legs.length)} · {texts.parlays.types(parlay.type)}
        </span>
        <ul>
          {parlay.legs.map((leg) => (
            <Leg key={`${leg.game} ${leg.outcome}`} leg={leg} sportsbook={sportsbook} format={format} />
          ))}
        </ul>
      </th>
    </tr>
  );
}

interface LegProps {
  readonly leg: ParlayLegView;
  readonly sportsbook: string;
  readonly format: OddsFormat;
}

function Leg({ leg, sportsbook, format }: LegProps) {
  const pointing = usePointing();
  const isStale = leg.american !== null && !leg.isLive;
  return (
    <li
      className={isStale || leg.american === null ? 'leg leg-stale' : 'leg'}
      {...pointing(() => pointedLeg(leg, sportsbook))}
    >
      <span className="leg-price">{leg.american === null ? '–' : priceText(leg.american, format)}</span>
      <span className="leg-outcome">{leg.outcome}</span>
      <LegGame leg={leg} />
      {leg.american === null ? <span className="leg-mark">{texts.parlays.noPrice}</span> : null}
      {isStale ? <span className="leg-mark">{texts.parlays.stale}</span> : null}
    </li>
  );
}

/** The leg's game; where it is known, the way there. */
function LegGame({ leg: { sport, game } }: { readonly leg: ParlayLegView }) {
  const stores = useStores();
  const words = [sport, gameText(game)].filter(Boolean).join(' · ');
  if (game === null) return <span className="leg-game">{words}</span>;
  const jump = () => openGame(stores, { game, sport: sport ?? '', ...teamsOf(game) });
  return (
    <button type="button" className="leg-game leg-jump" title={texts.parlays.jump} onClick={jump}>
      {words}
    </button>
  );
}

function pointedLeg({ game, sport, bet, outcome, american }: ParlayLegView, sportsbook: string): Pointed {
  return {
    game: game === null ? null : { game, sport: sport ?? '', startsAtMs: null, ...teamsOf(game) },
    bet: bet && { ...bet, wording: outcome, player: null },
    price: { sportsbook, american: american ?? 0 },
    best: 0,
    text: outcome,
    isPlay: false,
  };
}

interface DifferenceProps {
  readonly difference: number | null;
  readonly isCurrent: boolean;
}

function Difference({ difference, isCurrent }: DifferenceProps) {
  if (difference === null) return <span title={texts.parlays.notCurrent}>–</span>;
  return (
    <span
      className={isCurrent ? toneOf(difference) : 'not-current'}
      title={isCurrent ? undefined : texts.parlays.notCurrent}
    >
      {percentText(difference)}
      {isCurrent ? '' : ` ○`}
    </span>
  );
}

function price(american: number | null, format: OddsFormat): string {
  return american === null || american === 0 ? '–' : priceText(american, format);
}

/** The day and hour behind the teams say nothing that a reader of today's parlays needs. */
function gameText(game: string | null): string {
  return game === null ? '' : labelWithoutTime(game);
}
