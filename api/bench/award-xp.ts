// What award_xp costs a Postgres backend: this tree's migrations against those of another directory, and against a plain
// insert of the same log rows. They take turns within one run, so the ratios hold on a busy machine.
// Usage: node api/bench/award-xp.ts [directory of other migrations] [members] [rounds] (Linux: CPU is read from /proc)
import { fileURLToPath } from 'node:url';
import { DEFAULT_CURVE, DEFAULT_TOP_LEVEL, levelThresholds } from '@wee5/contract';
import { createDatabase, startPostgres } from '@wee5/tooling/postgres';
import pg from 'pg';
import { callStatement } from '../src/database/call-statement.ts';
import { migratePostgres } from '../src/database/postgres-migrate.ts';
import { Meter, type Booking } from './award-xp/meter.ts';
import { communityId, makeAwards } from './award-xp/make-awards.ts';
import { plainInsert } from './award-xp/plain-insert.ts';

const ours = fileURLToPath(new URL('../../supabase/migrations', import.meta.url));
const theirs = process.argv[2];
const members = Number(process.argv[3] ?? 20_000);
const rounds = Number(process.argv[4] ?? 15);
/** Calls per round: about as much work for each size of a batch. */
const sizes = [
  { batch: 1, calls: 200 },
  { batch: 100, calls: 10 },
];

const server = await startPostgres({ durable: false });
const clients: pg.Client[] = [];

async function connect(url: string): Promise<pg.Client> {
  const client = new pg.Client(url);
  await client.connect();
  clients.push(client);
  return client;
}

const callAwards: Booking = (client, awards) => client.query(callStatement('award_xp', { awards }));

async function prepare(name: string, migrations: string): Promise<string> {
  const url = await createDatabase(server.url, name);
  await migratePostgres(url, migrations, () => {});
  const client = new pg.Client(url);
  await client.connect();
  const defaults = {
    visibility: 'public',
    levelThresholds: levelThresholds(DEFAULT_CURVE, DEFAULT_TOP_LEVEL),
  };
  await client.query(callStatement('ensure_communities', { community_ids: [communityId], defaults }));
  for (let first = 0; first < members; first += 500) {
    await callAwards(client, makeAwards({ first, count: 500, members }));
    // As autovacuum does later: plans that were made for empty tables read whole ones.
    if (first === 0) await client.query('analyze');
  }
  await client.query('vacuum analyze');
  await client.end();
  return url;
}

const url = await prepare('ours', ours);
const ceiling = await connect(await createDatabase(server.url, 'ceiling', 'ours'));
const meters = [
  await Meter.on('this tree', await connect(url), callAwards),
  ...(theirs
    ? [await Meter.on('the other', await connect(await prepare('theirs', theirs)), callAwards)]
    : []),
  await Meter.on('plain insert', ceiling, plainInsert),
];

console.log(`Postgres ${server.source}, ${members} members, ${rounds} rounds`);
let first = members;
for (const { batch, calls } of sizes) {
  for (let round = -2; round < rounds; round++) {
    // Everybody begins a round as often as the others.
    const offset = (round + meters.length) % meters.length;
    const block = Array.from({ length: calls }, (_, call) =>
      makeAwards({ first: first + call * batch, count: batch, members }),
    );
    first += calls * batch;
    for (const meter of [...meters.slice(offset), ...meters.slice(0, offset)]) await meter.run(block);
    // The first rounds make plans and warm caches.
    if (round === -1) for (const meter of meters) meter.reset();
  }
  for (const meter of meters) console.log(`batch ${batch}: ${meter.against(meters[0]!)}`);
  for (const meter of meters) meter.reset();
}
for (const client of clients) await client.end();
await server.stop();
