import type { FilterState, UnknownName } from '#contract/filters.ts';
import { texts } from '../../texts.ts';
import { DiscIcon, PendingIcon, WarningIcon } from '../../ui/icons.tsx';
import { useStores } from '../stores-context.ts';
import { useObservable } from '../use-observable.ts';

const SIGNS = {
  asked: <PendingIcon size={14} />,
  heard: <DiscIcon size={14} />,
  silent: <WarningIcon size={14} />,
} satisfies Record<FilterState['answer'], unknown>;

/** What the provider made of the filters, and for each name that does not exist those that do. */
export function FilterAnswer({ state }: { readonly state: FilterState }) {
  const { filters } = useStores();
  const failure = useObservable(filters.failure);
  return (
    <div className={`answer answer-${state.answer}`}>
      <p className="answer-line" role="status">
        {SIGNS[state.answer]}
        <span>
          {texts.filters.answers[state.answer]}
          {state.answer === 'silent' && state.unknown.length === 0 ? ` ${texts.filters.silentHint}` : ''}
        </span>
      </p>
      {failure === null ? null : (
        <p className="form-fault" role="alert">
          {failure}
        </p>
      )}
      {state.unknown.length === 0 ? null : (
        <ul className="unknown-names">
          {state.unknown.map((unknown) => (
            <UnknownLine key={`${unknown.list} ${unknown.name}`} unknown={unknown} />
          ))}
        </ul>
      )}
    </div>
  );
}

function UnknownLine({ unknown }: { readonly unknown: UnknownName }) {
  const { filters } = useStores();
  return (
    <li>
      <span>{texts.filters.unknown(unknown.name, texts.filters.lists[unknown.list])}</span>
      {unknown.closest.map((name) => (
        <button
          key={name}
          type="button"
          className="button"
          onClick={() => void filters.replace(unknown, name)}
        >
          {texts.filters.takeInstead(name)}
        </button>
      ))}
      <button
        type="button"
        className="button button-quiet"
        aria-label={texts.filters.leaveOutOf(unknown.name)}
        onClick={() => void filters.replace(unknown, null)}
      >
        {texts.filters.leaveOut}
      </button>
    </li>
  );
}
