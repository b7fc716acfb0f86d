import type { WatchEntry } from '#domain/watchlist/watchlist.ts';
import { texts } from '../../texts.ts';
import { useStores } from '../stores-context.ts';
import { useObservable } from '../use-observable.ts';
import { entryWords } from '../watchlists/entry-words.ts';

type Target = Readonly<Record<string, unknown>>;
const FILTERS = ['sports', 'markets', 'teams', 'players', 'sides'] as const;
const TYPES = ['league', 'watchlist', 'filter'] as const;

interface RuleTargetProps {
  readonly target: Target;
  readonly onChange: (target: Target) => void;
}

/** What a rule looks at: a league, a watchlist, a filter, or the bet that the user pointed at. */
export function RuleTargetFields({ target, onChange }: RuleTargetProps) {
  const { leagues, watchlists } = useStores();
  const sports = (useObservable(leagues.leagues) ?? []).map(({ sport }) => sport);
  const lists = useObservable(watchlists.lists) ?? [];
  const type = String(target['type'] ?? 'league');
  const types = type === 'entry' ? (['entry', ...TYPES] as const) : TYPES;
  const begin: Readonly<Record<string, Target>> = {
    league: { type: 'league', sport: sports[0] ?? '' },
    watchlist: { type: 'watchlist', watchlist: lists[0]?.name ?? '' },
    filter: { type: 'filter' },
  };
  return (
    <div className="rule-fields">
      <div className="rule-field">
        <label htmlFor="rule-target">{texts.alerts.target}</label>
        <select
          id="rule-target"
          className="select"
          value={type}
          onChange={(event) => onChange(begin[event.currentTarget.value] ?? target)}
        >
          {types.map((each) => (
            <option key={each} value={each}>
              {texts.alerts.targets[each]}
            </option>
          ))}
        </select>
      </div>
      {type === 'entry' ? (
        <p className="rule-entry">
          {entryWords({ entryId: '', ...(target['entry'] as object) } as WatchEntry)}
        </p>
      ) : null}
      {type === 'league' ? (
        <Choose
          id="rule-league"
          label={texts.alerts.league}
          values={[...new Set([...sports, String(target['sport'] ?? '')])].filter(Boolean)}
          value={String(target['sport'] ?? '')}
          onChange={(sport) => onChange({ type, sport })}
        />
      ) : null}
      {type === 'watchlist' ? (
        <Choose
          id="rule-watchlist"
          label={texts.alerts.watchlist}
          values={[...new Set([...lists.map(({ name }) => name), String(target['watchlist'] ?? '')])].filter(
            Boolean,
          )}
          value={String(target['watchlist'] ?? '')}
          onChange={(watchlist) => onChange({ type, watchlist })}
        />
      ) : null}
      {type === 'filter'
        ? FILTERS.map((name) => (
            <div className="rule-field" key={name}>
              <label htmlFor={`rule-filter-${name}`}>{texts.alerts.filterFields[name]}</label>
              <input
                id={`rule-filter-${name}`}
                className="field"
                placeholder={texts.alerts.commas}
                value={((target[name] as readonly string[] | undefined) ?? []).join(', ')}
                onChange={(event) => onChange(withList(target, name, event.currentTarget.value))}
              />
            </div>
          ))
        : null}
    </div>
  );
}

interface ChooseProps {
  readonly id: string;
  readonly label: string;
  readonly values: readonly string[];
  readonly value: string;
  readonly onChange: (value: string) => void;
}

function Choose({ id, label, values, value, onChange }: ChooseProps) {
  return (
    <div className="rule-field">
      <label htmlFor={id}>{label}</label>
      <select
        id={id}
        className="select"
        value={value}
        onChange={(event) => onChange(event.currentTarget.value)}
      >
        {values.map((each) => (
          <option key={each} value={each}>
            {each}
          </option>
        ))}
      </select>
    </div>
  );
}

/** A list that is empty is left out: it would let nothing through. */
function withList(target: Target, name: string, text: string): Target {
  const { [name]: _, ...rest } = target;
  const list = text.split(',').map((each) => each.trimStart());
  return list.some((each) => each.trim() !== '') ? { ...rest, [name]: list } : rest;
}
