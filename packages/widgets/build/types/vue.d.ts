import type { EmitFn, HTMLAttributes, PublicProps } from 'vue';
import type { Widgets } from './elements.js';

type Listeners<Events> = { [Name in keyof Events]: (event: Events[Name]) => void };

type Component<Widget extends Widgets[keyof Widgets]> = new () => Widget['element'] & {
  /** @deprecated For the types of templates alone; an element has no such property. */
  $props: HTMLAttributes & Widget['attributes'] & Widget['properties'] & PublicProps;
  /** @deprecated For the types of templates alone; an element has no such property. */
  $emit: EmitFn<Listeners<Widget['events']>>;
};

type Components = { [Tag in keyof Widgets]: Component<Widgets[Tag]> };

declare module 'vue' {
  interface GlobalComponents extends Components {}
}
