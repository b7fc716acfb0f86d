import type { AlertEntry, AlertNews } from '#contract/alerts.ts';
import type { Settings } from '#contract/settings.ts';
import { labelWithoutTime } from '#domain/identity/match/game-label.ts';
import type { Notifier } from '../../desktop/notifications/notifier.ts';

interface DeliveryNeeds {
  readonly notifier: Notifier;
  readonly settings: () => Settings;
  /** The log hears how far an alert has come: what nobody answered for is shown again after a restart. */
  readonly delivered: (alertId: number, how: 'shown' | 'failed') => void;
  /** Goes to an alert's game; the log where it is about none. */
  readonly open: (game: string) => void;
  readonly openLink: (url: string) => void;
  readonly unread: (count: number) => void;
}

/** Shows alerts that are in the log already: each once, with the way to its game and to the bet slip. */
export class AlertDelivery {
  readonly #needs: DeliveryNeeds;

  constructor(needs: DeliveryNeeds) {
    this.#needs = needs;
  }

  /** Takes news of the log. */
  take({ added, unread }: AlertNews): void {
    this.#needs.unread(unread);
    for (const entry of added) if (entry.delivery === 'open') void this.#show(entry);
  }

  async #show(entry: AlertEntry): Promise<void> {
    const { notifier, settings, delivered, open, openLink } = this.#needs;
    // with notifications off the window's own list is where alerts are shown
    const { notifies, timeZone } = settings();
    if (!notifies) return delivered(entry.alertId, 'shown');
    const showing = await notifier.show({
      id: `alert ${entry.alertId}`,
      ...alertWords(entry, timeZone),
      urgency: entry.importance === 'high' ? 'critical' : entry.importance === 'low' ? 'low' : 'normal',
      isSilent: !entry.hasSound,
      actions: entry.link === null ? [] : [{ name: 'slip', label: 'Bet slip' }],
      opened: () => open(entry.game),
      action: () => {
        if (entry.link !== null) openLink(entry.link);
      },
    });
    delivered(entry.alertId, showing.ok ? 'shown' : 'failed');
  }
}

/**
 * What a notification says: what fired, where, from which price to which, and when. `timeZone`: by its IANA name; empty
 * text = the system's.
 */
function alertWords(entry: AlertEntry, timeZone: string): { readonly title: string; readonly body: string } {
  if (entry.kind === 'away') return { title: 'Moved while you were away', body: entry.reason };
  if (entry.kind === 'held-back') return { title: 'More alerts', body: entry.reason };
  const teams = labelWithoutTime(entry.game);
  const price = (value: number | null) =>
    value === null ? 'not offered' : value > 0 && entry.kind !== 'play' ? `+${value}` : String(value);
  const moved =
    entry.from === null && entry.to === null ? '' : `${price(entry.from)} \u2192 ${price(entry.to)}`;
  const at = new Intl.DateTimeFormat(undefined, {
    hour: 'numeric',
    minute: '2-digit',
    ...(timeZone !== '' && { timeZone }),
  }).format(entry.atMs);
  const what = [entry.outcome || teams, entry.sportsbook && `at ${entry.sportsbook}`]
    .filter(Boolean)
    .join(' ');
  const body = [
    moved && `${what}: ${moved}`,
    entry.reason,
    `${teams}, ${at}${entry.isLate ? ' (late)' : ''}`,
  ];
  return { title: entry.rule, body: body.filter(Boolean).join('\n') };
}
