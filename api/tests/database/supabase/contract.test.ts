import type pg from 'pg';
import { afterAll, beforeAll } from 'vitest';
import { migratePostgres } from '../../../src/database/postgres-migrate.ts';
import { openSupabase } from '../../../src/database/supabase.ts';
import { describeContract } from '../contract.ts';
import { contractMigrations } from '../support/fixtures.ts';
import { fileDatabase } from '../support/postgres.ts';
import { allowService } from './allow-service.ts';
import { repeatsConflicts, secretKey, startFront, type Front } from './postgrest-front.ts';
import { RealtimeServer } from './realtime-server.ts';
import { relayCommits } from './relay-commits.ts';

const databaseUrl = fileDatabase();
let front: Front;
let realtime: RealtimeServer;
let relay: pg.Client;

beforeAll(async () => {
  await migratePostgres(databaseUrl(), contractMigrations, () => {});
  await allowService(databaseUrl());
  front = await startFront(databaseUrl());
  realtime = new RealtimeServer(front.server);
  relay = await relayCommits(databaseUrl(), realtime);
});

afterAll(async () => {
  realtime.close();
  await front.close();
  await relay.end();
});

describeContract(
  'Supabase, over a fake of PostgREST and Realtime on a real Postgres,',
  () =>
    openSupabase({
      url: front.url,
      secretKey,
      callTimeoutMs: 10_000,
      realtime: { joinEveryMs: 1, lingerMs: 0 },
    }),
  repeatsConflicts,
);
