import { beforeAll, describe, expect, test } from 'vitest';
import { DATABASES } from '../support/databases.ts';
import { rowsOn } from '../support/on.ts';
import { anon, asViewer, member, stranger } from '../support/viewers.ts';
import type { Viewer } from '../support/viewers.ts';
import { PUBLIC_BOARD, REFUSED, RELATIONS, ownerColumn } from './what_each_relation_shows.ts';
import type { Asker } from './what_each_relation_shows.ts';
import { createWorld } from './world.ts';

/** `null` for whom nothing but public boards is shown. */
const VIEWERS: Record<string, [viewer: Viewer, asker: Asker | null]> = {
  'an anonymous visitor': [anon, null],
  'the anonymous role with an admin’s claims': [{ ...member('open', 'boss', 'admin'), role: 'anon' }, null],
  'a user without a token of ours': [stranger, null],
  'a token of a community that does not exist': [member('nowhere', 'ana', 'admin'), null],
  'a token without a member': [
    { role: 'authenticated', claims: { role: 'authenticated', community_id: 'nowhere', access: 'admin' } },
    null,
  ],
  ana: holder('open', 'ana'),
  'ben, of the same community': holder('open', 'ben'),
  'pia, who has a pseudonym': holder('open', 'pia'),
  'hal, who is hidden': holder('open', 'hal'),
  'somebody without any XP yet': holder('open', 'new'),
  'the creator': holder('open', 'boss', true),
  'ana of another community': holder('other', 'ana'),
  'the creator of another community': holder('other', 'boss', true),
  'ana of a community for members': holder('closed', 'ana'),
  'ana of a private community': [member('secret', 'ana'), null],
  'the creator of a private community': holder('secret', 'boss', true),
};

function expected(relation: string, viewer: Viewer, asker: Asker | null): string[] | string {
  if (relation === 'public_board') return PUBLIC_BOARD.toSorted();
  if (viewer.role === 'anon') return REFUSED;
  const shown = RELATIONS[relation]?.shows(asker) ?? [];
  return shown === REFUSED ? shown : shown.toSorted();
}

describe.each(DATABASES)('$where', ({ database }) => {
  let world = '';
  beforeAll(async () => {
    world = await createWorld(database);
  });

  /** The names of the rows of this world, or of no community, that a viewer sees. */
  const read = (viewer: Viewer, relation: string): Promise<string[] | string> =>
    asViewer(database, { ...viewer, claims: inWorld(viewer.claims, world) }, async () => {
      try {
        const found = await rowsOn<{ name: string }>(
          database,
          `select distinct replace(${RELATIONS[relation]?.name}, '${world}', '') as name from public.${relation}
           where ${ownerColumn(relation)}::text ~ '^(${world}|$)'`,
        );
        return found.map(({ name }) => name).toSorted();
      } catch (error) {
        expect(error).toMatchObject({ code: '42501' });
        return REFUSED;
      }
    });

  describe.each(Object.entries(VIEWERS))('%s', (_, [viewer, asker]) => {
    test.each(Object.keys(RELATIONS))('reads of %s', async (relation) => {
      expect(await read(viewer, relation)).toEqual(expected(relation, viewer, asker));
    });
  });

  test('no relation is left out above', async () => {
    const found = await rowsOn<{ name: string }>(
      database,
      `select relname as name from pg_catalog.pg_class
       where relnamespace = 'public'::regnamespace and relkind in ('r', 'p', 'v', 'm', 'f', 'S')`,
    );
    expect(Object.keys(RELATIONS).toSorted()).toEqual(found.map(({ name }) => name).toSorted());
  });
});

function holder(club: string, userId: string, admin = false): [Viewer, Asker] {
  return [member(club, userId, admin ? 'admin' : 'member'), { club, userId, admin }];
}

function inWorld({ community_id: club, ...claims }: Viewer['claims'], world: string): Viewer['claims'] {
  return club === undefined ? claims : { ...claims, community_id: world + club };
}
