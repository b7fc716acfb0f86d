import type { ReactNode } from 'react';
import { COURSE_MS, type WatchRow } from '#contract/watchlists.ts';
import { sportsbookName } from '#domain/catalogue/sportsbook-names.ts';
import { labelWithoutTime } from '#domain/identity/match/game-label.ts';
import type { WatchEntry, Watchlist } from '#domain/watchlist/watchlist.ts';
import type { Pointed } from '../../stores/pointed.ts';
import { texts } from '../../texts.ts';
import { FigureTable } from '../../ui/figure-table.tsx';
import { priceText } from '../../ui/odds-text.ts';
import { ArrowDownIcon, ArrowUpIcon, CloseIcon } from '../../ui/screen-icons.tsx';
import { Sparkline } from '../../ui/sparkline.tsx';
import { agoText, dayText, timeText } from '../../ui/time-text.ts';
import { type DragProps, useDragOrder } from '../../ui/use-drag-order.ts';
import { usePointing } from '../pointed/use-pointing.ts';
import { openGame } from '../shell/jump.ts';
import { useStores } from '../stores-context.ts';
import { useMinute } from '../use-minute.ts';
import { useObservable, useSelected } from '../use-observable.ts';
import { entryWords } from './entry-words.ts';

/** The entries of a watchlist in the user's order, each with the prices that it has now. */
export function WatchTable({ list }: { readonly list: Watchlist }) {
  const { watchlists } = useStores();
  const prices = useObservable(watchlists.prices);
  const rows = prices?.watchlistId === list.watchlistId ? prices.rows : [];
  const { columns } = texts.watchlists;
  const dragOrder = useDragOrder(watchlists.moveEntry);
  return (
    <FigureTable className="watch" label={texts.watchlists.table(list.name)}>
      <thead>
        <tr>
          <th scope="col">{columns.what}</th>
          <th scope="col">{columns.game}</th>
          <th scope="col" className="figure">
            {columns.price}
          </th>
          <th scope="col" className="widest-column">
            {columns.course}
          </th>
          <th scope="col" className="wide-column">
            {columns.sportsbook}
          </th>
          <th scope="col" className="figure wide-column">
            {columns.changed}
          </th>
          <th scope="col">
            <span className="spoken">{columns.actions}</span>
          </th>
        </tr>
      </thead>
      {list.entries.map((entry, at) => (
        <EntryRows
          key={entry.entryId}
          entry={entry}
          at={at}
          isLast={at === list.entries.length - 1}
          drag={dragOrder(entry.entryId, at)}
          rows={rows.filter(({ entryId }) => entryId === entry.entryId)}
        />
      ))}
    </FigureTable>
  );
}

interface EntryRowsProps {
  readonly drag: DragProps;
  readonly entry: WatchEntry;
  readonly at: number;
  readonly isLast: boolean;
  readonly rows: readonly WatchRow[];
}

function EntryRows({ entry, at, isLast, rows, drag }: EntryRowsProps) {
  const words = entryWords(entry);
  const buttons = <EntryButtons entryId={entry.entryId} words={words} at={at} isLast={isLast} />;
  if (rows.length === 0) {
    return (
      <tbody {...drag}>
        <tr>
          <th scope="row">
            {words}
            <span className="second-line">{texts.watchlists.kinds[entry.kind]}</span>
          </th>
          <td className="watch-nothing" colSpan={5}>
            {texts.watchlists.nothing}
          </td>
          <td className="table-actions">{buttons}</td>
        </tr>
      </tbody>
    );
  }
  return (
    <tbody {...drag}>
      {rows.map((row, index) => (
        <PriceRow key={row.rowId} row={row} kind={entry.kind} buttons={index === 0 ? buttons : null} />
      ))}
    </tbody>
  );
}

interface PriceRowProps {
  readonly row: WatchRow;
  readonly kind: WatchEntry['kind'];
  readonly buttons: ReactNode;
}

function PriceRow({ row, kind, buttons }: PriceRowProps) {
  const stores = useStores();
  const pointing = usePointing();
  const format = useSelected(stores.settings.settings, (current) => current.oddsFormat);
  const minuteMs = useMinute();
  const isOffered = row.american !== 0;
  const game = labelWithoutTime(row.game);
  const state = row.isLive ? '' : texts.watchlists.stale;
  return (
    <tr data-stale={!row.isLive || undefined} {...pointing(() => pointedRow(row))}>
      <th scope="row" className="table-wording">
        {row.wording}
        <span className="second-line">{texts.watchlists.kinds[kind]}</span>
      </th>
      <td>
        <button
          type="button"
          className="link-button"
          title={texts.watchlists.open(game)}
          onClick={() => openGame(stores, row)}
        >
          {game}
        </button>
        <span className="second-line">
          {[
            row.sport,
            row.startsAtMs === null ? '' : `${dayText(row.startsAtMs, minuteMs)} ${timeText(row.startsAtMs)}`,
          ]
            .filter(Boolean)
            .join(' · ')}
        </span>
      </td>
      <td className="figure table-price">
        {isOffered ? (
          priceText(row.american, format)
        ) : (
          <i title={texts.watchlists.suspendedTitle}>{texts.watchlists.suspended}</i>
        )}
        <span className="second-line narrow-line">{sportsbookName(row.sportsbook)}</span>
        {state === '' ? null : <span className="second-line">○ {state}</span>}
      </td>
      <td className="widest-column">
        <Course rowId={row.rowId} nowMs={minuteMs} />
      </td>
      <td className="wide-column">
        {sportsbookName(row.sportsbook)}
        {kind === 'selection' ? null : (
          <span className="second-line">{texts.watchlists.books(row.sportsbooks)}</span>
        )}
      </td>
      <td className="figure wide-column">
        {row.changedAtMs === 0 ? texts.watchlists.never : agoText(minuteMs - row.changedAtMs)}
      </td>
      <td className="table-actions">{buttons}</td>
    </tr>
  );
}

/** A course has at least so much room in time, or one change would be a cliff. */
const LEAST_SPAN_MS = 60_000;

/** How the price went in the last hours. */
function Course({ rowId, nowMs }: { readonly rowId: string; readonly nowMs: number }) {
  const { watchlists, settings } = useStores();
  const format = useSelected(settings.settings, (current) => current.oddsFormat);
  const points = useSelected(watchlists.courses, (courses) => courses.get(rowId)) ?? [];
  const offered = points.filter(({ american }) => american !== 0);
  const [first, last] = [offered[0], offered.at(-1)];
  if (!first || !last) return null;
  // a recording that is younger takes all of the room
  const fromMs = Math.max(nowMs - COURSE_MS, points[0]!.atMs);
  return (
    <Sparkline
      points={points}
      label={texts.watchlists.course(priceText(first.american, format), priceText(last.american, format))}
      fromMs={fromMs}
      toMs={Math.max(nowMs, last.atMs, fromMs + LEAST_SPAN_MS)}
    />
  );
}

function pointedRow({ market, side, wording, sportsbook, american, ...game }: WatchRow): Pointed {
  return {
    game,
    bet: market === '' ? null : { market, side, wording, player: null },
    price: { sportsbook, american },
    best: american,
    text: null,
    isPlay: false,
  };
}

interface EntryButtonsProps {
  readonly entryId: string;
  readonly words: string;
  readonly at: number;
  readonly isLast: boolean;
}

function EntryButtons({ entryId, words, at, isLast }: EntryButtonsProps) {
  const { watchlists } = useStores();
  return (
    <>
      <button
        type="button"
        className="button button-icon"
        aria-label={texts.watchlists.up(words)}
        aria-disabled={at === 0}
        onClick={() => {
          if (at > 0) void watchlists.moveEntry(entryId, at - 1);
        }}
      >
        <ArrowUpIcon size={14} />
      </button>
      <button
        type="button"
        className="button button-icon"
        aria-label={texts.watchlists.down(words)}
        aria-disabled={isLast}
        onClick={() => {
          if (!isLast) void watchlists.moveEntry(entryId, at + 1);
        }}
      >
        <ArrowDownIcon size={14} />
      </button>
      <button
        type="button"
        className="button button-icon"
        aria-label={texts.watchlists.removeEntry(words)}
        title={texts.watchlists.removeEntry(words)}
        onClick={() => void watchlists.removeEntry(entryId)}
      >
        <CloseIcon />
      </button>
    </>
  );
}
