import { useStores } from '../stores-context.ts';
import { useObservable } from '../use-observable.ts';

/** What was done, for some seconds, wherever the user is: in the place of the figures, so that it covers nothing. */
export function NewsLine() {
  const { news } = useStores();
  const told = useObservable(news.told);
  return (
    <p className="news-line" role="status" title={told}>
      {told}
    </p>
  );
}
