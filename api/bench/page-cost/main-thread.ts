import type { Page } from 'puppeteer-core';

interface TraceEvent {
  name: string;
  pid: number;
  tid: number;
  /** Time of the thread's own clock, in microseconds: what other programs of the machine take is not in it. */
  tdur?: number;
  args: { name?: string };
}

/** Writes down the tasks of a page's main thread. What it returns ends that and gives their own time, in milliseconds. */
export async function traceTasks(page: Page): Promise<() => Promise<number[]>> {
  await page.tracing.start({ categories: ['-*', 'toplevel'] });
  return async () => {
    const bytes = await page.tracing.stop();
    const { traceEvents } = JSON.parse(Buffer.from(bytes!).toString()) as { traceEvents: TraceEvent[] };
    return longestOfAll(traceEvents);
  };
}

/** A browser has several processes with a main thread of that name; the page's is the one with the most tasks. */
function longestOfAll(events: TraceEvent[]): number[] {
  const threadOf = ({ pid, tid }: TraceEvent) => `${pid} ${tid}`;
  const named = events.filter(({ name, args }) => name === 'thread_name' && args.name === 'CrRendererMain');
  const mains = new Map(named.map((event) => [threadOf(event), [] as number[]]));
  for (const event of events) {
    if (event.name === 'ThreadControllerImpl::RunTask')
      mains.get(threadOf(event))?.push((event.tdur ?? 0) / 1000);
  }
  const [busiest = []] = [...mains.values()].sort((a, b) => b.length - a.length);
  return busiest;
}
