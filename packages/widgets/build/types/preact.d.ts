import type { HTMLAttributes } from 'preact';
import type { Widgets } from './elements.js';

type Own<Widget extends Widgets[keyof Widgets]> = Widget['attributes'] &
  Widget['properties'] & {
    [Name in keyof Widget['events'] & string as `on${Name}`]?:
      ((event: Widget['events'][Name]) => void) | undefined;
  };

type Elements = {
  [Tag in keyof Widgets]: Omit<HTMLAttributes<Widgets[Tag]['element']>, keyof Own<Widgets[Tag]>> &
    Own<Widgets[Tag]>;
};

declare module 'preact' {
  namespace JSX {
    interface IntrinsicElements extends Elements {}
  }
}
