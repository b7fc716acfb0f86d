import { texts } from '../../texts.ts';
import { BoardIcon } from '../../ui/icons.tsx';
import { Notice } from '../../ui/notice.tsx';
import { openKeptGame } from '../shell/jump.ts';
import { useStores } from '../stores-context.ts';
import { useObservable } from '../use-observable.ts';

const ICON_SIZE = 32;

/** No prices: the game is read yet, or it is over, removed, or unknown. What was kept of it is a click away. */
export function GameGone({ isLoading }: { readonly isLoading: boolean }) {
  const stores = useStores();
  const game = useObservable(stores.navigation.game);
  return (
    <Notice
      icon={<BoardIcon size={ICON_SIZE} />}
      title={isLoading ? texts.game.loading : texts.game.goneTitle}
      text={isLoading ? '' : texts.game.goneHint}
      action={
        isLoading || game === null
          ? undefined
          : { label: texts.game.recorded, run: () => void openKeptGame(stores, game) }
      }
    />
  );
}
