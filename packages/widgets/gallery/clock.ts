import { install, type Clock } from '@sinonjs/fake-timers';

/** Timers of the browser, for whoever waits for the browser itself. */
export const realTimers = { setTimeout, clearTimeout, setInterval, clearInterval, requestAnimationFrame };

/**
 * With `?still` a clock that is moved by hand. It stands before any other module runs, because scenes may tell the time
 * as soon as they are loaded.
 */
export const clock: Clock | undefined = new URLSearchParams(location.search).has('still')
  ? install({
      now: new Date('2026-10-01T12:00:00Z'),
      toFake: [
        'Date',
        'performance',
        'setTimeout',
        'clearTimeout',
        'setInterval',
        'clearInterval',
        'requestAnimationFrame',
        'cancelAnimationFrame',
      ],
    })
  : undefined;
