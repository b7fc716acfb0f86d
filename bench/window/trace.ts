import type { CDPSession } from 'playwright';

/** What a window did while it was looked at, a second. */
export interface WindowWork {
  /** Frames that reached the screen. */
  readonly frames: number;
  /** Processor time of the page's main thread. Unit: ms. */
  readonly mainMs: number;
  /** Its longest task, in processor time. Unit: ms. */
  readonly longestMs: number;
}

interface TraceEvent {
  readonly name: string;
  readonly ph: string;
  readonly pid: number;
  readonly tid: number;
  /** Processor time. Unit: us. */
  readonly tdur?: number;
  readonly args: { readonly name?: string };
}

const CATEGORIES = ['toplevel', 'disabled-by-default-devtools.timeline.frame'];
const MAIN_THREAD = 'CrRendererMain';
const TASK = 'ThreadControllerImpl::RunTask';
const FRAME = 'DrawFrame';

/** Watches a page for as long as `meanwhile` takes. */
export async function watchWindow(cdp: CDPSession, meanwhile: () => Promise<void>): Promise<WindowWork> {
  const events: TraceEvent[] = [];
  const take = ({ value }: { value: object[] }) => {
    events.push(...(value as TraceEvent[]));
  };
  cdp.on('Tracing.dataCollected', take);
  await cdp.send('Tracing.start', {
    transferMode: 'ReportEvents',
    traceConfig: { includedCategories: CATEGORIES },
  });
  const startedAtMs = performance.now();
  await meanwhile();
  const seconds = (performance.now() - startedAtMs) / 1000;
  const complete = new Promise<void>((resolve) => {
    cdp.once('Tracing.tracingComplete', () => resolve());
  });
  await cdp.send('Tracing.end');
  await complete;
  cdp.off('Tracing.dataCollected', take);

  const thread = ({ pid, tid }: TraceEvent) => `${pid}/${tid}`;
  const mains = new Set(
    events.filter(({ ph, args }) => ph === 'M' && args.name === MAIN_THREAD).map((event) => thread(event)),
  );
  const tasksMs = events
    .filter((event) => event.name === TASK && mains.has(thread(event)))
    .map(({ tdur }) => (tdur ?? 0) / 1000);
  return {
    frames: events.filter(({ name }) => name === FRAME).length / seconds,
    mainMs: tasksMs.reduce((sum, each) => sum + each, 0) / seconds,
    longestMs: Math.max(0, ...tasksMs),
  };
}
