import type { HTMLAttributes } from 'svelte/elements';
import type { Widgets } from './elements.js';

type Own<Widget extends Widgets[keyof Widgets]> = Widget['attributes'] &
  Widget['properties'] & {
    [Name in keyof Widget['events'] & string as `on${Name}` | `on:${Name}`]?:
      ((event: Widget['events'][Name]) => void) | null | undefined;
  };

type Elements = {
  [Tag in keyof Widgets]: Omit<HTMLAttributes<Widgets[Tag]['element']>, keyof Own<Widgets[Tag]>> &
    Own<Widgets[Tag]>;
};

declare module 'svelte/elements' {
  interface SvelteHTMLElements extends Elements {}
}
