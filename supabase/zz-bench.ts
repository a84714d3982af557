import pg from 'pg';
import { startPostgres } from '@wee5/tooling/postgres';
import { migratePostgres } from '../api/src/database/postgres-migrate.ts';
import { callStatement } from '../api/src/database/call-statement.ts';
const server = await startPostgres({ durable: true });
const db = new pg.Client(server.url);
try {
  await migratePostgres(server.url, 'supabase/migrations', () => {});
  await db.connect();
  const N = Number(process.env.N ?? 200_000);
  const call = async (fn: string, args: Record<string, unknown>) => { const { text, values } = callStatement(fn, args); return JSON.parse((await db.query(text, values)).rows[0].result); };
  const th = Array.from({ length: 200 }, (_, i) => 100 * (i + 1) * (i + 1));
  await call('ensure_communities', { community_ids: ['big', 'other'], defaults: { visibility: 'public', levelThresholds: th } });
  await db.query(`insert into public.users (community_id, id, xp, level, reached_at, last_active, username, display_name, visibility)
    select 'big', 'user_' || i, (1000000 * power(random(), 4))::bigint + 1, 0, now() - random() * interval '100 days', now(), 'u' || i, 'User ' || i,
      (array['public','public','public','public','public','public','public','members','hidden'])[1 + i % 9] from generate_series(1, ${N}) i`);
  await db.query(`insert into public.activity_log (community_id, user_id, activity_type, key, xp_awarded, created_at)
    select 'big', 'user_' || (1 + i % ${N}), 'chat', 'k' || i, 15, now() - random() * interval '100 days' from generate_series(1, ${N * 2}) i`);
  await db.query(`insert into public.processed_events select 'big', sha256(convert_to('k' || i, 'UTF8')) from generate_series(1, ${N * 2}) i`);
  await db.query('vacuum analyze');
  console.log(server.source, 'members', N);
  const time = async (name: string, f: (i: number) => Promise<unknown>, n = 30) => {
    for (let i = 0; i < 6; i++) await f(-1 - i);
    const t: number[] = []; for (let i = 0; i < n; i++) { const a = performance.now(); await f(i); t.push(performance.now() - a); }
    t.sort((a, b) => a - b); console.log(name.padEnd(40), 'p50', t[n >> 1]!.toFixed(2), 'max', t[n - 1]!.toFixed(2));
  };
  const board = (o: object) => call('get_leaderboard', { community_id: 'big', viewer_scope: 'public', viewer_id: null, page_limit: 25, after: null, around_user_id: null, ...o });
  const pos = async (frac: number) => (await db.query(`select xp, public.exact_iso_time(reached_at) "reachedAt", id "userId" from public.users where community_id='big' order by -xp, reached_at, id offset ${Math.floor(N * frac)} limit 1`)).rows.map(r => ({ ...r, xp: Number(r.xp) }))[0];
  const [p50, p99] = [await pos(0.5), await pos(0.99)];
  const all = async () => {
  await time('leaderboard first page', () => board({}));
  await time('leaderboard first page + me', () => board({ viewer_id: 'user_10' }));
  await time('leaderboard after 50%', () => board({ after: p50 }));
  await time('leaderboard after 99%', () => board({ after: p99 }));
  await time('leaderboard around 50%', () => board({ around_user_id: p50.userId }));
  await time('leaderboard around 99%', () => board({ around_user_id: p99.userId }));
  await time('count_above total', () => call('count_above', { community_id: 'big', shown: ['public'], xp: 0 }).catch(() => db.query(`select public.count_above('big','{public}',0)`)));
  for (const [n, p] of [['50%', p50], ['99%', p99]] as const) {
    await time(`page_after ${n}`, () => db.query(`select public.board_page_after('big','{public}',$1,$2,$3,26)`, [p.xp, p.reachedAt, p.userId]));
    await time(`count_above ${n}`, () => db.query(`select public.count_above('big','{public}',$1)`, [p.xp]));
    await time(`count_tied_before ${n}`, () => db.query(`select public.count_tied_before(b,'{public}') from public.board b where community_id='big' and user_id=$1`, [p.userId]));
    await time(`page_around ${n}`, () => db.query(`select public.board_page_around(b,'{public}',25) from public.board b where community_id='big' and user_id=$1`, [p.userId]));
  }
  await time('page_after top', () => db.query(`select public.board_page_after('big','{public}',null,null,null,26)`));
  await time('rank card 50%', () => call('get_rank_card', { community_id: 'big', user_id: p50.userId, viewer_scope: 'members', viewer_id: null, at: new Date().toISOString() }));
  await time('rank card 99%', () => call('get_rank_card', { community_id: 'big', user_id: p99.userId, viewer_scope: 'members', viewer_id: null, at: new Date().toISOString() }));
  };
  await all();
  let k = 0;
  const aw = (n: number) => call('award_xp', { awards: Array.from({ length: n }, () => ({ communityId: 'big', userId: 'user_' + (1 + Math.floor(Math.random() * N)), type: 'chat', key: 'n' + k++, at: new Date().toISOString(), xp: 15, configVersion: 1, receipt: { base: 15 }, username: 'x', displayName: 'X' })) });
  await time('award_xp 1', () => aw(1), 200);
  await time('award_xp 10', () => aw(10), 100);
  await time('award_xp 100', () => aw(100), 100);
  await time('award_xp 1000', () => aw(1000), 20);
  if (process.env.AFTER) { console.log('after awards, no vacuum'); await all(); }
  await db.query(`load 'auto_explain'`); 
  await db.query(`set auto_explain.log_min_duration=0; set auto_explain.log_analyze=on; set auto_explain.log_nested_statements=on; set auto_explain.log_level=notice; set client_min_messages=notice`);
  db.on('notice', (m) => { if (/users_board|Seq Scan|activity_log|processed|Heap Fetches/.test(m.message!) ) console.log('---\n' + m.message!.slice(0, 2500)); });
  if (process.env.EXPLAIN) { await board({ after: p99, viewer_id: 'user_10' }); if (process.env.EXPLAIN === '2') { await board({ around_user_id: p99.userId }); await call('get_rank_card', { community_id: 'big', user_id: p99.userId, viewer_scope: 'members', viewer_id: null, at: new Date().toISOString() }); await aw(100);} }
} finally { await db.end(); await server.stop(); }
