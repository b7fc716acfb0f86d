import { useRef, useState } from 'react';
import { GROUP_LIMITS } from '#contract/settings.ts';
import { groupFinder, type SportsbookGroup } from '#domain/catalogue/sportsbook-groups.ts';
import { sportsbookName } from '#domain/catalogue/sportsbook-names.ts';
import { texts } from '../../../texts.ts';
import { NameForm } from '../../../ui/name-form.tsx';
import { UndoLine } from '../../../ui/undo-line.tsx';
import { useStores } from '../../stores-context.ts';
import { useKnownSportsbooks, useSportsbookOrder } from '../../use-known-sportsbooks.ts';
import { useSelected } from '../../use-observable.ts';
import { GroupCard } from './group-card.tsx';
import { addGroup, changeSource, nameFault, putInto, renameGroup } from './group-changes.ts';

/** The groups of sportsbooks: made, named, filled and removed. */
export function SportsbookGroups() {
  const { settings } = useStores();
  const groups = useSelected(settings.settings, (current) => current.sportsbookGroups);
  const inOrder = useSportsbookOrder();
  const books = inOrder(useKnownSportsbooks());
  const groupOf = groupFinder(groups);
  const [said, setSaid] = useState('');
  const [made, setMade] = useState<string | null>(null);
  const [naming, setNaming] = useState<string | null>(null);
  /** The group that was removed last, until the next change, and all groups as they were with it. */
  const [removed, setRemoved] = useState<{ name: string; before: typeof groups } | null>(null);
  const making = useRef<HTMLDivElement>(null);
  const words = texts.settings.groups;

  const change = (sportsbookGroups: typeof groups, news: string) => {
    settings.change({ sportsbookGroups });
    setSaid(news);
    setRemoved(null);
  };
  // the button that is pressed goes: the focus has to be somewhere
  const focusOnMaking = () => making.current?.querySelector('input')?.focus();
  const remove = ({ name }: SportsbookGroup) => {
    change(
      groups.filter((each) => each.name !== name),
      '',
    );
    setRemoved({ name, before: groups });
    focusOnMaking();
  };
  const others = ({ name }: SportsbookGroup) =>
    books
      .filter((id) => groupOf(id)?.name !== name)
      .map((id) => ({ value: id, label: words.choice(sportsbookName(id), groupOf(id)?.name ?? null) }));

  const faultOf = (present: string | null) => (name: string) => {
    const fault = nameFault(groups, name, present);
    return fault && words.faults[fault];
  };

  return (
    <>
      <p className="spoken" role="status">
        {said}
      </p>
      {groups.length === 0 ? (
        <p className="hint">{words.none}</p>
      ) : (
        <ul className="book-groups" aria-label={words.list}>
          {groups.map((group, at) => (
            <GroupCard
              // biome-ignore lint/suspicious/noArrayIndexKey: a group that gets another name is the same one.
              key={at}
              group={group}
              members={books.filter((id) => groupOf(id) === group)}
              others={others(group)}
              faultOf={faultOf(group.name)}
              isFresh={made === group.name}
              isNaming={naming === group.name}
              onNaming={(isNaming) => setNaming(isNaming ? group.name : null)}
              onRename={(next) =>
                change(renameGroup(groups, group.name, next), words.renamed(group.name, next))
              }
              onRemove={() => remove(group)}
              onSource={(isOneSource) =>
                change(
                  changeSource(groups, group.name, isOneSource),
                  isOneSource ? words.isOneSource(group.name) : words.isNoSource(group.name),
                )
              }
              onPutIn={(id) =>
                change(putInto(groups, id, group.name), words.isIn(sportsbookName(id), group.name))
              }
              onTakeOut={(id) =>
                change(putInto(groups, id, null), words.isOut(sportsbookName(id), group.name))
              }
            />
          ))}
        </ul>
      )}
      <div className="book-group-new" ref={making}>
        <NameForm
          label={words.newName}
          action={words.make}
          maxLength={GROUP_LIMITS.nameLength}
          faultOf={faultOf(null)}
          onName={(name) => {
            change(addGroup(groups, name), words.isMade(name));
            setMade(name);
          }}
          cancel={null}
        />
      </div>
      <UndoLine
        removed={removed && words.isRemoved(removed.name)}
        label={words.undo}
        onUndo={() => {
          if (removed === null) return;
          change(removed.before, words.isBack(removed.name));
          focusOnMaking();
        }}
      />
    </>
  );
}
