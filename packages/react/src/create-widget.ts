import {
  createElement,
  forwardRef,
  useImperativeHandle,
  useRef,
  useState,
  type ForwardRefExoticComponent,
  type HTMLAttributes,
  type RefAttributes,
  type RefObject,
} from 'react';
import { reservedHeight } from './reserved-height.ts';
import { splitProps, type PropNames, type SplitProps } from './split-props.ts';
import { useClientEffect } from './use-client-effect.ts';

/** What a component takes: an element's properties, its events, and what every element of HTML takes. */
export type WidgetProps<Element extends HTMLElement, Property extends keyof Element, Events> = Partial<
  Pick<Element, Property>
> & { [Name in keyof Events]?: ((event: Events[Name]) => void) | undefined } & Omit<
    HTMLAttributes<Element>,
    Property | keyof Events
  >;

/** A component whose `ref` is the element. */
export type Widget<Element, Props> = ForwardRefExoticComponent<Props & RefAttributes<Element>>;

export interface WidgetDefinition extends PropNames {
  tag: string;
  /** Defines the element; asked in browsers alone. */
  load: () => Promise<unknown>;
}

/**
 * A component for an element. Server and first render make the tag with its attributes, as high as the widget will be;
 * the browser then loads the element, which fills it.
 */
export function createWidget<Element extends HTMLElement, Props extends object>(
  definition: WidgetDefinition,
): Widget<Element, Props> {
  const { tag, load } = definition;
  const Component = forwardRef<HTMLElement, Record<string, unknown>>((props, ref) => {
    const element = useRef<HTMLElement>(null);
    const { attributes, properties, listeners } = splitProps(definition, props);
    const isDefined = useDefinition(load);
    useProperties(element, properties);
    useListeners(element, listeners);
    useImperativeHandle(ref, () => element.current!, []);
    const style = isDefined ? props['style'] : { ...placeholder(tag, props), ...(props['style'] as object) };
    return createElement(tag, { ...attributes, style, ref: element });
  });
  Component.displayName = tag;
  return Component as unknown as Widget<Element, Props>;
}

function placeholder(tag: string, props: Record<string, unknown>): object {
  const minHeight = reservedHeight(tag, props);
  return minHeight === undefined ? {} : { display: 'block', minHeight };
}

function useDefinition(load: () => Promise<unknown>): boolean {
  const [isDefined, setDefined] = useState(false);
  useClientEffect(() => void load().then(() => setDefined(true)), [load]);
  return isDefined;
}

/** What attributes cannot carry, and what React 18 cannot set; Lit takes properties also before the element is defined. */
function useProperties(element: RefObject<HTMLElement | null>, properties: SplitProps['properties']): void {
  const applied = useRef<SplitProps['properties']>({});
  useClientEffect(() => {
    for (const name of Object.keys({ ...applied.current, ...properties })) {
      const value = properties[name];
      if (applied.current[name] !== value) Object.assign(element.current!, { [name]: value });
    }
    applied.current = properties;
  });
}

function useListeners(element: RefObject<HTMLElement | null>, listeners: SplitProps['listeners']): void {
  useClientEffect(() => {
    const target = element.current!;
    for (const [event, listener] of Object.entries(listeners)) target.addEventListener(event, listener);
    return () => {
      for (const [event, listener] of Object.entries(listeners)) target.removeEventListener(event, listener);
    };
  });
}
