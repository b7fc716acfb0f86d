import type { StorageState } from '#contract/storage.ts';
import { texts } from '../../texts.ts';
import { storageFacts } from './facts.ts';
import { Figures } from './figures.tsx';

/** What is kept on disk, and whether all of it could be. */
export function StorageFigures({ storage }: { readonly storage: StorageState }) {
  return <Figures title={texts.diagnostics.storage} facts={storageFacts(storage)} />;
}
