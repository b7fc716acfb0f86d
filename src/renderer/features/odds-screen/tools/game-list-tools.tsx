import { GAME_ORDERS, GAME_TIMES } from '../../../stores/odds/game-order.ts';
import { texts } from '../../../texts.ts';
import { ChoiceList } from '../../../ui/choice-list.tsx';
import { ColumnsIcon } from '../../../ui/screen-icons.tsx';
import { Segments } from '../../../ui/segments.tsx';
import { useStores } from '../../stores-context.ts';
import { useObservable } from '../../use-observable.ts';

/** Which games stand on the screen, in which order, and with which columns. */
export function GameListTools() {
  const { gameList, navigation } = useStores();
  const time = useObservable(gameList.time);
  const order = useObservable(gameList.order);
  const words = texts.gameList;
  return (
    <>
      <Segments
        label={words.time}
        segments={GAME_TIMES.map((value) => ({ value, label: words.times[value] }))}
        value={time}
        onChoose={gameList.time.write}
      />
      <ChoiceList
        label={words.order}
        choices={GAME_ORDERS.map((value) => ({ value, label: words.orders[value] }))}
        value={order}
        onChoose={gameList.order.write}
      />
      <button
        type="button"
        className="button button-quiet toolbar-button"
        aria-haspopup="dialog"
        onClick={() => navigation.columns.write(true)}
      >
        <ColumnsIcon size={14} />
        {texts.columns.open}
      </button>
    </>
  );
}
