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

/** At the longest, one slow widget keeps the others from moving. */
const patience = 2_000;
const early = new Set<object>();
let release: () => void;
const allShow = new Promise<void>((resolve) => {
  release = resolve;
});

/** A widget has come onto the page and has nothing to show yet. */
export function begins(widget: object): void {
  early.add(widget);
}

/** It shows something, or has gone. Resolves once that is so of every widget: until then the network is theirs. */
export function shows(widget: object): Promise<void> {
  early.delete(widget);
  if (early.size === 0) release();
  else setTimeout(release, patience);
  return allShow;
}
