import type { DetailedHTMLProps, HTMLAttributes } from 'react';
import type { Widgets } from './elements.js';

type Own<Widget extends Widgets[keyof Widgets]> = Widget['attributes'] &
  Widget['properties'] & {
    // React 19 listens to the name as it is, `onwee5-leveled-up`.
    [Name in keyof Widget['events'] & string as `on${Name}`]?:
      ((event: Widget['events'][Name]) => void) | undefined;
  };

type Elements = {
  [Tag in keyof Widgets]: Omit<
    DetailedHTMLProps<HTMLAttributes<Widgets[Tag]['element']>, Widgets[Tag]['element']>,
    keyof Own<Widgets[Tag]>
  > &
    Own<Widgets[Tag]> & { class?: string | undefined };
};

declare module 'react' {
  namespace JSX {
    interface IntrinsicElements extends Elements {}
  }
}
