import { expectAnswer } from './check.ts';
import type { Call, Http } from './http.ts';
import type { DataOf, View } from './types.ts';

/** Loads what a view shows. */
export async function read<V extends View>(
  http: Http,
  view: V & { cursor?: string | undefined },
  call: Omit<Call, 'path'> = {},
): Promise<DataOf<V>> {
  return expectAnswer<V['kind']>(view.kind, await http.json({ ...call, path: pathOf(view) }));
}

function pathOf(view: View & { cursor?: string | undefined }): string {
  switch (view.kind) {
    case 'community':
      return '';
    case 'leaderboard':
      return `/leaderboard${queryOf(view)}`;
    case 'rankCard':
      return `/members/${encodeURIComponent(view.userId)}`;
    case 'rewards':
      return '/rewards';
  }
}

function queryOf({ kind: _kind, ...query }: View & { kind: 'leaderboard' }): string {
  const given = Object.entries(query).filter(([, value]) => value !== undefined);
  const text = new URLSearchParams(
    Object.fromEntries(given.map(([name, value]) => [name, String(value)])),
  ).toString();
  return text && `?${text}`;
}
