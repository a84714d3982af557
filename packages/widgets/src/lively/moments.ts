import type { Stage } from './stage.ts';

type Timers = Map<string, ReturnType<typeof setTimeout>>;

const running = new WeakMap<Stage, Timers>();

/** Puts something on show for a while: a rank arrow for four seconds, a line of text for six. */
export function show(stage: Stage, key: string, value: number, milliseconds: number): void {
  if (!stage.isConnected) return;
  const timers = running.get(stage) ?? (new Map() as Timers);
  running.set(stage, timers);
  clearTimeout(timers.get(key));
  stage.moments.set(key, value);
  const timer = setTimeout(() => {
    timers.delete(key);
    stage.moments.delete(key);
    stage.requestUpdate();
  }, milliseconds);
  timers.set(key, timer);
}

/** Ends everything on show. */
export function endMoments(stage: Stage): void {
  for (const timer of running.get(stage)?.values() ?? []) clearTimeout(timer);
  running.delete(stage);
  stage.moments.clear();
}
