import type * as Part from '../lively/index.ts';

/** The part that moves and speaks. */
export type Lively = typeof Part;

let lively: Lively | undefined;
let failed = false;
let loading: Promise<void> | undefined;

/** Undefined until it is there: nothing moves before that. */
export function getLively(): Lively | undefined {
  return lively;
}

/** Whether it could not be had the last time. */
export function livelyFailed(): boolean {
  return failed;
}

/** Loads it, once for the page; asked for again the next time where it cannot be had. */
export function loadLively(): Promise<void> {
  loading ??= import('../lively/index.ts').then(
    (part) => void (lively = part),
    () => {
      failed = true;
      loading = undefined;
    },
  );
  return loading;
}
