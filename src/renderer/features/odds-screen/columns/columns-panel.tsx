import { texts } from '../../../texts.ts';
import { Modal } from '../../../ui/modal.tsx';
import { OrderList } from '../../../ui/order-list.tsx';
import { useStores } from '../../stores-context.ts';
import type { BoardView } from '../grid/board-view.ts';
import { useColumnChanges } from './use-column-changes.ts';

interface ColumnsPanelProps {
  readonly view: BoardView;
}

/** The columns of a league: which, and in which order. */
export function ColumnsPanel({ view }: ColumnsPanelProps) {
  const { navigation } = useStores();
  const { said, change } = useColumnChanges(view);
  const close = () => navigation.columns.write(false);
  const words = texts.columns;
  return (
    <Modal label={words.panel(view.sport)} className="columns-panel" onClose={close}>
      <header className="columns-head">
        <h2 className="title">{words.panel(view.sport)}</h2>
        <p className="hint">{words.hint}</p>
      </header>
      <p className="spoken" role="status">
        {said}
      </p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reachable by keyboard. */}
      <div className="columns-scroll" tabIndex={0}>
        <OrderList
          label={words.list}
          words={texts.settings.sportsbooks}
          items={view.offered.map(({ id, name, group }) => ({
            id,
            name,
            group,
            isShown: view.columns.some((column) => column.id === id),
          }))}
          onMove={(id, to) => {
            const [column, beside] = [view.offered.find((each) => each.id === id), view.offered[to]];
            if (column && beside) change.move(column, beside);
          }}
          onShow={(id, isShown) => {
            const column = view.offered.find((each) => each.id === id);
            if (column) change.show(column, isShown);
          }}
        />
      </div>
      <footer className="columns-foot">
        <button type="button" className="button button-quiet" onClick={() => change.reset()}>
          {words.reset}
        </button>
        <button type="button" className="button" onClick={close}>
          {words.close}
        </button>
      </footer>
    </Modal>
  );
}
