/** What of a component's props goes where. */
export interface SplitProps {
  /** As the element's tag has them, also on the server. */
  attributes: Record<string, unknown>;
  properties: Record<string, unknown>;
  /** By the name of the event. */
  listeners: Record<string, EventListener>;
}

export interface PropNames {
  /** The attribute of each property; null for one that only code can set. */
  properties: Record<string, string | null>;
  /** The event of each prop that listens. */
  events: Record<string, string>;
}

export function splitProps(names: PropNames, props: Record<string, unknown>): SplitProps {
  const split: SplitProps = { attributes: {}, properties: {}, listeners: {} };
  for (const [name, value] of Object.entries(props)) {
    const event = names.events[name];
    const attribute = names.properties[name];
    if (event) {
      if (value) split.listeners[event] = value as EventListener;
    } else if (attribute === undefined) {
      // React 18 gives custom elements an attribute by the prop's own name.
      split.attributes[name === 'className' ? 'class' : name] = value;
    } else {
      split.properties[name] = value;
      if (attribute !== null) split.attributes[attribute] = asAttribute(value);
    }
  }
  return split;
}

function asAttribute(value: unknown): string | undefined {
  if (value === true) return '';
  return typeof value === 'string' || typeof value === 'number' ? `${value}` : undefined;
}
