/** Where the files of the engine's threads are. */
export interface ThreadFiles {
  readonly historyWriter: URL;
  readonly historyReader: URL;
  readonly historyExport: URL;
  readonly dryRun: URL;
  readonly databaseCopy: URL;
}

/** The files of the threads beside an entry of the engine: sources as they are, or as they are built. */
export function threadFiles(entry: string): ThreadFiles {
  const isSource = entry.endsWith('.ts');
  const at = (source: string, built: string) => new URL(isSource ? source : built, entry);
  return {
    historyWriter: at('./adapters/cache/history/writer-thread.ts', './history-writer.js'),
    historyReader: at('./adapters/cache/history/reader-thread.ts', './history-reader.js'),
    historyExport: at('./export-thread.ts', './history-export.js'),
    dryRun: at('./dry-run-thread.ts', './dry-run.js'),
    databaseCopy: at('./adapters/cache/copies/copy-thread.ts', './database-copy.js'),
  };
}
