import type { Listening } from './port.ts';

/** Listening to a database that tells every topic to whoever listens, while it can. */
export function hearsEverything(stop: () => Promise<void>, isHearing = (): boolean => true): Listening {
  return { follow: () => {}, unfollow: () => {}, hears: isHearing, stop };
}
