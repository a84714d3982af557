import { cpSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createDatabase, dropDatabase } from '@wee5/tooling/postgres';
import { afterEach, beforeEach, describe, expect, inject, it } from 'vitest';
import { openPglite } from '../../src/database/pglite.ts';
import { defaultMigrationsDir } from '../../src/database/paths.ts';
import { openPostgres } from '../../src/database/postgres.ts';
import type { Database } from '../../src/database/port.ts';
import { temporaryDirectory } from '../database/support/temporary-directory.ts';
import { awardOf } from '../support/award.ts';
import { changed } from '../support/fixtures.ts';
import { ana, communityId, startTestServer, type TestServer } from '../support/test-server.ts';

/** Saves a configuration under which a chat message is worth 40, as another replica would. */
const replaceConfiguration = `
  create function public.replace_configuration() returns jsonb language sql set search_path = '' as $$
    update public.xp_configurations set chat_xp = 40, version = version + 1 returning to_jsonb(version)
  $$;`;

function migrationsWithReplacement(): string {
  const directory = temporaryDirectory();
  cpSync(defaultMigrationsDir, directory, { recursive: true });
  writeFileSync(join(directory, '9999_replace_configuration.sql'), replaceConfiguration);
  return directory;
}

/** What the database refuses is decided by the database: the same tests on both. */
const databases: Record<string, () => Promise<{ database: Database; dispose: () => Promise<void> }>> = {
  PGlite: async () => ({
    database: await openPglite({ migrationsDir: migrationsWithReplacement() }),
    dispose: async () => {},
  }),
  Postgres: async () => {
    const name = `path_${process.pid}_${Math.floor(performance.now())}`;
    const url = await createDatabase(inject('postgres').url, name);
    const database = await openPostgres({ url, migrationsDir: migrationsWithReplacement() });
    return { database, dispose: () => dropDatabase(inject('postgres').url, name) };
  },
};

describe.each(Object.keys(databases))('the path on a real %s', (kind) => {
  let server: TestServer;
  let dispose: () => Promise<void>;

  beforeEach(async () => {
    const opened = await databases[kind]!();
    dispose = opened.dispose;
    server = await startTestServer({ database: opened.database });
  });
  afterEach(async () => {
    await server.stop();
    await dispose();
  });

  const message = (id: string, userId: string) =>
    changed('chat-message', {
      id: `msg_${userId}_${id.length}`,
      'data.message.id': id,
      'data.message.user.id': userId,
    });

  it('quarantines alone what the database refuses as data, and books the rest of the batch', async () => {
    // The first delivery occupies the database, so that the others gather to one batch.
    const bodies = [
      message('post_first', 'user_first'),
      ...Array.from({ length: 20 }, (_, index) => message(`post_${index}`, `user_${index}`)),
      message('post_\u0000', 'user_poison'),
      ...Array.from({ length: 20 }, (_, index) => message(`post_more_${index}`, `user_more_${index}`)),
    ];
    const answers = await Promise.all(bodies.map((body) => server.answerTo(body)));
    const said = answers.map(({ body }) => body.status);
    expect(said.filter((status) => status === 'accepted')).toHaveLength(41);
    expect(said[21]).toBe('quarantined');

    const { body: board } = await server.read<{ total: number; entries: { xp: number }[] }>(
      `/api/v1/communities/${communityId}/leaderboard?limit=100`,
    );
    expect(board.total).toBe(41);
    expect(board.entries.every(({ xp }) => xp === 15)).toBe(true);
    expect((await server.answerTo(bodies[21] ?? '')).body.status).toBe('quarantined');
  });

  it('quarantines an award that would count past what is exact', async () => {
    await server.answerTo(message('post_1', ana));
    const { functions } = server.context;
    const award = (key: string, xp: number) =>
      functions.awardXp([
        awardOf({ communityId, userId: 'user_rich', type: 'reply', key, at: '2026-11-20T10:00:00Z', xp }),
      ]);
    await award('chat:fortune', Number.MAX_SAFE_INTEGER - 10);
    expect((await server.answerTo(message('post_2', 'user_rich'))).body.status).toBe('quarantined');
    const { body: card } = await server.read<{ xp: number }>(
      `/api/v1/communities/${communityId}/members/user_rich`,
    );
    expect(card.xp).toBe(Number.MAX_SAFE_INTEGER - 10);
  });

  it('scores again when the configuration was replaced meanwhile', async () => {
    expect((await server.answerTo(message('post_1', ana))).body.awards).toBe(1);
    await server.context.database.call('replace_configuration', {});
    expect((await server.answerTo(message('post_2', 'user_late'))).body.awards).toBe(1);
    const { body: card } = await server.read<{ xp: number }>(
      `/api/v1/communities/${communityId}/members/user_late`,
    );
    expect(card.xp).toBe(40);
  });
});
