import { useStores } from '../stores-context.ts';
import { useObservable } from '../use-observable.ts';

/** What was done, for some seconds, wherever the user is. */
export function NewsLine() {
  const { news } = useStores();
  return (
    <p className="news-line" role="status">
      {useObservable(news.told)}
    </p>
  );
}
