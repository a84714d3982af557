import { expectAnswer } from './check.ts';
import type { Call, Http } from './http.ts';
import { pathOf, type Page } from './path-of.ts';
import type { DataOf, View } from './types.ts';

/** Loads what a view shows. */
export async function read<V extends View>(
  http: Http,
  view: V & Page,
  call: Omit<Call, 'path'> = {},
): Promise<DataOf<V>> {
  return expectAnswer<V['kind']>(view.kind, await http.json({ ...call, path: pathOf(view) }));
}
