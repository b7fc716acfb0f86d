import { texts } from '../../texts.ts';
import { useStores } from '../stores-context.ts';
import { useObservable } from '../use-observable.ts';

/** What is running. */
export function AboutLines() {
  const { appInfo } = useStores();
  const info = useObservable(appInfo);
  if (!info) return null;
  return (
    <p className="setting-about">
      {texts.product} {info.version}
      <br />
      {texts.stats.versionTitle(info.electron, info.chromium, info.node)}
    </p>
  );
}
