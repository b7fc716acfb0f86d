import { useId, useState } from 'react';
import type { AlertEntry } from '#contract/alerts.ts';
import { alertWords } from '#domain/alert/telling/alert-words.ts';
import { sportsbookName } from '#domain/catalogue/sportsbook-names.ts';
import { labelWithoutTime } from '#domain/identity/match/game-label.ts';
import { teamsOf } from '../../stores/plays/live-games.ts';
import { texts } from '../../texts.ts';
import { moneyText } from '../../ui/money-text.ts';
import { durationText } from '../../ui/number-text.ts';
import { priceText } from '../../ui/odds-text.ts';
import { fullTimeText, momentText } from '../../ui/time-text.ts';
import { openGame } from '../shell/jump.ts';
import { useStores } from '../stores-context.ts';
import { useMinute } from '../use-minute.ts';
import { useSelected } from '../use-observable.ts';

/** The log, the newest first: what fired, why, and the prices that it rests on. */
export function AlertList({ entries }: { readonly entries: readonly AlertEntry[] }) {
  return (
    <ol className="alerts" aria-label={texts.alerts.log} reversed>
      {entries.map((entry) => (
        <AlertLine key={entry.alertId} entry={entry} />
      ))}
    </ol>
  );
}

function AlertLine({ entry }: { readonly entry: AlertEntry }) {
  const stores = useStores();
  const minuteMs = useMinute();
  const [isOpen, setOpen] = useState(false);
  const evidenceId = useId();
  const format = useSelected(stores.settings.settings, (current) => current.oddsFormat);
  const said = alertWords(entry, format);
  const game = labelWithoutTime(entry.game);
  const isSummary = entry.kind === 'held-back' || entry.kind === 'away';
  const title = isSummary ? texts.alerts.summaries[entry.kind] : entry.rule;
  const notes = [
    said.sportsbook,
    entry.sport,
    entry.silence === null ? '' : texts.alerts.silences[entry.silence],
    texts.alerts.deliveries[entry.delivery],
    entry.isLate ? texts.alerts.late : '',
  ]
    .filter(Boolean)
    .join(' · ');
  return (
    <li className="alert" data-unread={!entry.isRead || undefined} data-importance={entry.importance}>
      <time
        className="alert-time"
        title={fullTimeText(entry.atMs)}
        dateTime={new Date(entry.atMs).toISOString()}
      >
        {momentText(entry.atMs, minuteMs)}
      </time>
      <div className="rule-text">
        <strong>
          {entry.isRead ? null : <span className="spoken">{texts.alerts.shown.unread}: </span>}
          {title}
        </strong>
        <p>{[said.bet, said.moved, said.reason].filter(Boolean).join(' · ')}</p>
        <span className="second-line">
          {game === '' ? null : (
            <button
              type="button"
              className="link-button"
              title={texts.alerts.open(game)}
              onClick={() =>
                openGame(stores, { game: entry.game, sport: entry.sport, ...teamsOf(entry.game) })
              }
            >
              {game}
            </button>
          )}
          {game === '' || notes === '' ? null : ' · '}
          {notes}
          {entry.evidence.length === 0 ? null : ' · '}
          {entry.evidence.length === 0 ? null : (
            <button
              type="button"
              className="alert-opener"
              aria-expanded={isOpen}
              aria-controls={isOpen ? evidenceId : undefined}
              onClick={() => setOpen(!isOpen)}
            >
              {texts.alerts.evidence}
            </button>
          )}
        </span>
        {isOpen ? <Evidence entry={entry} id={evidenceId} /> : null}
      </div>
    </li>
  );
}

/** A leg's bet in words, where its price is among those that the alert rests on. */
function wordingOf(leg: AlertEntry['stakes'][number], { evidence }: AlertEntry): string {
  const price = evidence.find((each) => each.sportsbook === leg.sportsbook && each.outcome === leg.outcome);
  return price?.wording ?? leg.outcome;
}

/** The prices that an alert rests on, and the stakes that it is told with. */
function Evidence({ entry, id }: { readonly entry: AlertEntry; readonly id: string }) {
  const { settings } = useStores();
  const format = useSelected(settings.settings, (current) => current.oddsFormat);
  const price = (american: number | null) => (american === null ? '–' : priceText(american, format));
  const { columns } = texts.alerts;
  return (
    <div className="alert-evidence" id={id}>
      <table className="small-table">
        <thead>
          <tr>
            <th scope="col">{columns.sportsbook}</th>
            <th scope="col">{columns.outcome}</th>
            <th scope="col">{columns.before}</th>
            <th scope="col">{columns.after}</th>
            <th scope="col">{columns.age}</th>
          </tr>
        </thead>
        <tbody>
          {entry.evidence.map((each) => (
            <tr key={`${each.sportsbook} ${each.outcome}`}>
              <th scope="row">{sportsbookName(each.sportsbook)}</th>
              <td>{each.wording ?? each.outcome}</td>
              <td>{price(each.before)}</td>
              <td>{price(each.after)}</td>
              <td>{each.ageMs === null ? '–' : durationText(each.ageMs)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {entry.stakes.length === 0 ? null : (
        <p>
          {texts.alerts.stakes}:{' '}
          {entry.stakes
            .map(
              (leg) =>
                `${sportsbookName(leg.sportsbook)} ${wordingOf(leg, entry)} ${moneyText(leg.stakeHundredths, leg.currency)}`,
            )
            .join(' · ')}
        </p>
      )}
    </div>
  );
}
