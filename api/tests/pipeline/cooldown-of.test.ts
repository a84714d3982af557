import { rulesSchema, type ActivityType, type RulesInput } from '@wee5/contract';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { defaultCacheDir, defaultMigrationsDir } from '../../src/database/paths.ts';
import { createMigratedPglite } from '../../src/database/snapshot.ts';
import { cooldownOf } from '../../src/pipeline/cooldown-of.ts';
import { configurationOf } from './support.ts';

let pglite: Awaited<ReturnType<typeof createMigratedPglite>>;
beforeAll(async () => {
  const directories = { migrationsDir: defaultMigrationsDir, cacheDir: defaultCacheDir };
  pglite = await createMigratedPglite({ ...directories, log: () => undefined });
});
afterAll(() => pglite.close());

const effortBank = { capacity: 100, refillPerHour: 50 };
const ruleSets: [string, RulesInput][] = [
  ['no rules', {}],
  [
    'a cooldown of each',
    { sources: { chat: { cooldownSeconds: 5 }, lesson: { xp: 1, cooldownSeconds: 7 } } },
  ],
  ['no cooldown', { sources: { chat: { cooldownSeconds: 0 }, reaction: { cooldownSeconds: 0 } } }],
  [
    'effort banks',
    { sources: { chat: { effortBank }, reply: { effortBank }, payment: { xpPerUnit: 1, effortBank } } },
  ],
  ['other rules', { sources: { chat: { minLength: 5 }, reaction_received: { xp: 3 } } }],
  ['events', { events: { webinar: { xp: 9, cooldownSeconds: 60 }, chat: { xp: 9 } } }],
  ['an event called like a source', { events: { chat: { xp: 9, cooldownSeconds: 30 } } }],
];
const types: ActivityType[] = [
  'chat',
  'reply',
  'reaction',
  'reaction_received',
  'lesson',
  'membership',
  'payment',
  'event.webinar',
  'event.chat',
  'event.constructor',
];

test.each(ruleSets)('under %s every source has the cooldown that the database says', async (_name, input) => {
  const configuration = configurationOf('biz_1', { cooldownSeconds: 61, rules: rulesSchema.parse(input) });
  const row = JSON.stringify({ cooldown_seconds: 61, rules: configuration.rules });
  const { rows } = await pglite.query<{ seconds: number }>(
    `select extract(epoch from (public.limits_of(c, t.type)).cooldown)::integer as seconds
     from jsonb_populate_record(null::public.xp_configurations, $1::jsonb) c,
       unnest($2::text[]) with ordinality as t (type, ord)
     order by t.ord`,
    [row, types],
  );
  const ours = types.map((type) => [type, cooldownOf(configuration, type)]);
  expect(ours).toEqual(types.map((type, index) => [type, rows[index]?.seconds]));
});
