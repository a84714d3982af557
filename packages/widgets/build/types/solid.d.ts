import type { JSX } from 'solid-js';
import type { Widgets } from './elements.js';

type Own<Widget extends Widgets[keyof Widgets]> = Widget['attributes'] & {
  [Name in keyof Widget['properties'] & string as `prop:${Name}`]?: Widget['properties'][Name] | undefined;
} & {
  [Name in keyof Widget['events'] & string as `on:${Name}`]?:
    ((event: Widget['events'][Name]) => void) | undefined;
};

type Elements = {
  [Tag in keyof Widgets]: Omit<JSX.HTMLAttributes<Widgets[Tag]['element']>, keyof Own<Widgets[Tag]>> &
    Own<Widgets[Tag]>;
};

declare module 'solid-js' {
  namespace JSX {
    interface IntrinsicElements extends Elements {}
  }
}
