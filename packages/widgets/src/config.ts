import type { GetToken } from '@wee5/client';
import type { Theme } from './internal/theme.ts';

/** What the widgets of a page share, unless an element says otherwise. */
export interface Defaults {
  /** A Whop company id, `biz_…`. */
  community?: string | undefined;
  /** Where the API answers, without `/api/v1`. */
  api?: string | undefined;
  /** A publishable key, `pk_…`, for communities that are not public. */
  publicKey?: string | undefined;
  theme?: Theme | undefined;
  /** A language tag, `pt-BR`; the page's own language if not given. */
  lang?: string | undefined;
  /** Gives a member token; asked again for another one before it runs out. Without it everyone is a visitor. */
  getToken?: GetToken | undefined;
}

const changed = new EventTarget();
let current: Defaults = {};

/**
 * Sets what the widgets of this page share. Elements already on the page follow.
 * @example
 * configure({ community: 'biz_demo', api: 'https://api.example.com', getToken: () => fetchToken() });
 */
export function configure(defaults: Defaults): void {
  current = { ...current, ...defaults };
  changed.dispatchEvent(new Event('change'));
}

export function getDefaults(): Defaults {
  return current;
}

export function onDefaults(listener: () => void): () => void {
  changed.addEventListener('change', listener);
  return () => changed.removeEventListener('change', listener);
}
