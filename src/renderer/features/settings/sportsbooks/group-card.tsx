import { useEffect, useRef } from 'react';
import { GROUP_LIMITS } from '#contract/settings.ts';
import type { SportsbookGroup } from '#domain/catalogue/sportsbook-groups.ts';
import { sportsbookName } from '#domain/catalogue/sportsbook-names.ts';
import { texts } from '../../../texts.ts';
import { type Choice, ChoiceList } from '../../../ui/choice-list.tsx';
import { NameForm } from '../../../ui/name-form.tsx';
import { CloseIcon } from '../../../ui/screen-icons.tsx';

interface GroupCardProps {
  readonly group: SportsbookGroup;
  /** Its sportsbooks, as they stand. */
  readonly members: readonly string[];
  /** All others, by name. */
  readonly others: readonly Choice<string>[];
  /** See `NameForm`. */
  readonly faultOf: (name: string) => string | null;
  /** Whether it was just made, and wants sportsbooks. */
  readonly isFresh: boolean;
  /** Whether its name is being changed. */
  readonly isNaming: boolean;
  readonly onNaming: (isNaming: boolean) => void;
  readonly onRename: (name: string) => void;
  readonly onRemove: () => void;
  readonly onSource: (isOneSource: boolean) => void;
  readonly onPutIn: (sportsbook: string) => void;
  readonly onTakeOut: (sportsbook: string) => void;
}

/** One group: its name, what is in it, and whether that is one source. */
export function GroupCard({ group, members, others, faultOf, isFresh, isNaming, ...on }: GroupCardProps) {
  const { name, isOneSource } = group;
  const card = useRef<HTMLLIElement>(null);
  const words = texts.settings.groups;
  // whatever takes away what has the focus says where it goes
  const focusOn = useRef<string | null>(isFresh ? 'select' : null);
  useEffect(() => {
    if (focusOn.current !== null) card.current?.querySelector<HTMLElement>(focusOn.current)?.focus();
    focusOn.current = null;
  });
  const endNaming = () => {
    focusOn.current = '[data-rename]';
    on.onNaming(false);
  };
  return (
    <li className="book-group" aria-label={name} ref={card}>
      <div className="book-group-head">
        {isNaming ? (
          <NameForm
            label={words.renameTo(name)}
            action={words.save}
            present={name}
            faultOf={faultOf}
            onName={(next) => {
              endNaming();
              on.onRename(next);
            }}
            maxLength={GROUP_LIMITS.nameLength}
            cancel={{ label: words.cancel, onCancel: endNaming }}
          />
        ) : (
          <>
            <h4 className="setting-title">{name}</h4>
            <label className="book-group-source">
              <input
                type="checkbox"
                checked={isOneSource}
                onChange={({ currentTarget }) => on.onSource(currentTarget.checked)}
              />
              {words.oneSource}
            </label>
            <button
              type="button"
              className="button button-quiet"
              data-rename=""
              aria-label={words.renameGroup(name)}
              onClick={() => on.onNaming(true)}
            >
              {words.rename}
            </button>
            <button
              type="button"
              className="button button-quiet"
              aria-label={words.removeGroup(name)}
              onClick={on.onRemove}
            >
              {words.remove}
            </button>
          </>
        )}
      </div>
      <div className="book-group-members">
        {members.map((id) => (
          <button
            key={id}
            type="button"
            className="book-chip"
            aria-label={words.takeOut(sportsbookName(id), name)}
            title={words.takeOut(sportsbookName(id), name)}
            onClick={() => {
              focusOn.current = 'select';
              on.onTakeOut(id);
            }}
          >
            {sportsbookName(id)}
            <CloseIcon size={10} />
          </button>
        ))}
        <ChoiceList
          label={words.putInto(name)}
          choices={[{ value: '', label: words.add }, ...others]}
          value=""
          onChoose={(id) => {
            if (id !== '') on.onPutIn(id);
          }}
        />
      </div>
    </li>
  );
}
