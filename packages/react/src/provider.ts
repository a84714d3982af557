'use client';

import type { ReactNode } from 'react';
import { useCallback, useRef } from 'react';
import { configure, type Defaults } from '@wee5/widgets/config';
import { useClientEffect } from './use-client-effect.ts';

export interface Wee5ProviderProps extends Defaults {
  children?: ReactNode;
}

/**
 * Sets what all widgets of the page share: `community`, `api`, `publicKey`, `theme`, `getToken`. A widget's own props
 * win. One per page, around everything or beside it; what it set stays when it goes.
 * @example
 * <Wee5Provider community="biz_demo" api="https://api.example.com">{children}</Wee5Provider>
 */
export function Wee5Provider({ children, ...defaults }: Wee5ProviderProps): ReactNode {
  const applied = useRef<Defaults>({});
  const next = { ...defaults, getToken: useStableToken(defaults.getToken) };
  useClientEffect(() => {
    const changes = differences(applied.current, next);
    applied.current = next;
    if (changes) configure(changes);
  });
  return children;
}

/** One function whatever the page passes: widgets begin anew with another `getToken`, and a render makes many. */
function useStableToken(getToken: Defaults['getToken']): Defaults['getToken'] {
  const latest = useRef(getToken);
  useClientEffect(() => {
    latest.current = getToken;
  });
  const stable = useCallback<NonNullable<Defaults['getToken']>>((old) => {
    if (!latest.current) throw new Error('The page took its getToken back.');
    return latest.current(old);
  }, []);
  return getToken && stable;
}

/** What another configuration changes, with `undefined` for what it no longer names; undefined for nothing. */
function differences(before: Defaults, after: Defaults): Defaults | undefined {
  const names = Object.keys({ ...before, ...after }) as (keyof Defaults)[];
  const changed = names.filter((name) => before[name] !== after[name]);
  return changed.length > 0 ? Object.fromEntries(changed.map((name) => [name, after[name]])) : undefined;
}
