import { COLUMN_WIDTHS, type LeagueColumns, type Settings } from '#contract/settings.ts';
import {
  groupFinder,
  moveTogether,
  type SportsbookGroup,
  standTogether,
} from '#domain/catalogue/sportsbook-groups.ts';

/** Figures of a row that stand in columns of their own, in their usual order. */
export const FIGURES = ['average', 'no-vig', 'hold', 'opener'] as const;
export type Figure = (typeof FIGURES)[number];

const FIGURE = 'figure:';

/** The id of a figure's column. */
export function figureId(figure: Figure): string {
  return FIGURE + figure;
}

/** The figure that a column shows, `null` where it is a sportsbook's. */
export function figureOf(id: string): Figure | null {
  return FIGURES.find((figure) => figureId(figure) === id) ?? null;
}

/** The columns of a league as they stand now: what the user chose for it, else what holds for all leagues. */
type ColumnSettings = Pick<
  Settings,
  'columns' | 'sportsbookOrder' | 'sportsbookGroups' | 'hiddenSportsbooks'
>;

/** What the user chose for a league; `null` where nothing was. */
export function leagueColumns(settings: ColumnSettings, sport: string): LeagueColumns | null {
  return Object.hasOwn(settings.columns, sport) ? settings.columns[sport]! : null;
}

/** A column with the name of the group that it stands in, `null` = none. */
export type Grouped<Column> = Column & { readonly group: string | null };

/** Puts columns in the user's order, groups together; those not named stand behind as they are. */
export function inOrder<Column extends { readonly id: string }>(
  columns: readonly Column[],
  order: readonly string[],
  groups: readonly SportsbookGroup[],
): Grouped<Column>[] {
  const placeOf = new Map(order.map((id, place) => [id, place]));
  const place = (id: string) => placeOf.get(id) ?? order.length;
  const columnOf = new Map(columns.map((column) => [column.id, column]));
  const ids = [...columnOf.keys()].sort((left, right) => place(left) - place(right));
  const groupOf = groupFinder(groups);
  return standTogether(ids, groups)
    .flat()
    .map((id) => ({ ...columnOf.get(id)!, group: groupOf(id)?.name ?? null }));
}

/** Columns beside each other that are one group: so many, from a place on that is counted from 0. */
export interface GroupSpan {
  readonly name: string;
  readonly from: number;
  readonly count: number;
}

/** The groups among columns that stand as `inOrder` has them. */
export function groupSpans(columns: readonly Grouped<unknown>[]): GroupSpan[] {
  return [...Map.groupBy(columns.entries(), ([, { group }]) => group)].flatMap(([name, members]) =>
    name === null ? [] : [{ name, from: members[0]![0], count: members.length }],
  );
}

/** A change of the columns of a league, as the change of settings that keeps it. */
export class ColumnChange {
  readonly #settings: ColumnSettings;
  readonly #sport: string;
  /** All columns there are, hidden ones too, in the order in which they stand. */
  readonly #ids: readonly string[];

  constructor(settings: ColumnSettings, sport: string, ids: readonly string[]) {
    this.#settings = settings;
    this.#sport = sport;
    this.#ids = ids;
  }

  /** Puts a column where another one stands, see `moveTogether`. */
  move(id: string, to: string): Partial<Settings> {
    return this.#keep({ order: moveTogether(this.#ids, id, to, this.#settings.sportsbookGroups) });
  }

  show(id: string, isShown: boolean): Partial<Settings> {
    const hidden = this.#present.hidden.filter((other) => other !== id);
    return this.#keep({ hidden: isShown ? hidden : [...hidden, id] });
  }

  /** Gives a column a width, within what a column can have. Unit: px. */
  resize(id: string, widthPx: number): Partial<Settings> {
    const width = Math.round(Math.max(COLUMN_WIDTHS.least, Math.min(COLUMN_WIDTHS.most, widthPx)));
    return this.#keep({ widths: { ...this.#present.widths, [id]: width } });
  }

  /** Forgets what was chosen for this league. */
  reset(): Partial<Settings> {
    const { [this.#sport]: _gone, ...columns } = this.#settings.columns;
    return { columns };
  }

  get #present(): LeagueColumns {
    return (
      leagueColumns(this.#settings, this.#sport) ?? {
        order: this.#ids,
        hidden: this.#settings.hiddenSportsbooks,
        widths: {},
      }
    );
  }

  #keep(part: Partial<LeagueColumns>): Partial<Settings> {
    return { columns: { ...this.#settings.columns, [this.#sport]: { ...this.#present, ...part } } };
  }
}
