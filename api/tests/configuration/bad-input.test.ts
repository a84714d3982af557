import { afterAll, beforeAll, expect, it } from 'vitest';
import { startIdentityServer, type IdentityServer } from '../support/identity-server.ts';
import { Creator } from './support.ts';

let server: IdentityServer;
let creator: Creator;
beforeAll(async () => {
  server = await startIdentityServer();
  await server.addCommunity('biz_1', 'public');
  const { key } = await server.addKey('biz_1', 'secret');
  creator = new Creator(server, 'biz_1', { authorization: `Bearer ${key}` });
});
afterAll(() => server.stop());

const weekend = (startsAt: string, endsAt: string) => ({ name: 'weekend', factor: 2, startsAt, endsAt });
const overlapping = [
  weekend('2026-11-20T00:00:00Z', '2026-11-23T00:00:00Z'),
  weekend('2026-11-22T23:59:59Z', '2026-11-24T00:00:00Z'),
];
const deep = (levels: number): unknown => JSON.parse('{"a":'.repeat(levels) + '1' + '}'.repeat(levels));

it.each<[string, object, string]>([
  ['a curve that decreases', { curve: { kind: 'table', thresholds: [10, 9] }, topLevel: 2 }, 'curve'],
  ['a curve that stands still', { curve: { kind: 'coefficients', coefficients: [5, 0] } }, 'curve'],
  ['a curve past 2^53', { curve: { kind: 'linear', xpPerLevel: 9e15 } }, 'curve'],
  ['a curve that ends before the top level', { curve: { kind: 'skool' } }, 'curve'],
  ['a curve there is not', { curve: { kind: 'ladder' } }, 'curve.kind'],
  ['a top level of 0', { topLevel: 0 }, 'topLevel'],
  ['overlapping schedules', { rules: { multipliers: overlapping } }, 'rules.multipliers.1.startsAt'],
  [
    'a schedule that ends before it starts',
    { rules: { multipliers: [weekend('2026-11-20T00:00:00Z', '2026-11-19T00:00:00Z')] } },
    'rules.multipliers.0.endsAt',
  ],
  [
    'a factor of 0',
    { rules: { multipliers: [{ name: 'nothing', factor: 0 }] } },
    'rules.multipliers.0.factor',
  ],
  ['a negative cap', { rules: { dailyCap: -1 } }, 'rules.dailyCap'],
  [
    'a negative cap of a source',
    { rules: { sources: { chat: { weeklyCap: -5 } } } },
    'rules.sources.chat.weeklyCap',
  ],
  ['negative XP', { chatXp: -1 }, 'chatXp'],
  ['half an XP', { replyXp: 1.5 }, 'replyXp'],
  [
    'a range upside down',
    { rules: { sources: { chat: { xp: { min: 5, max: 1 } } } } },
    'rules.sources.chat.xp.max',
  ],
  ['a negative lesson', { rules: { sources: { lesson: { xp: -5 } } } }, 'rules.sources.lesson.xp'],
  [
    'an event with a name that is none',
    { rules: { events: { 'Web inar': { xp: 5 } } } },
    'rules.events.Web inar',
  ],
  ['a cooldown of more than a week', { cooldownSeconds: 604_801 }, 'cooldownSeconds'],
  ['an unknown experience', { rules: { noXpExperiences: ['chat'] } }, 'rules.noXpExperiences.0'],
  ['an unknown time zone', { timeZone: 'Mars/Base' }, 'timeZone'],
  ['an offset for a time zone', { timeZone: '+02:00' }, 'timeZone'],
  ['a level named twice', { levels: [{ level: 2 }, { level: 2 }] }, 'levels.1.level'],
  ['a name above the top level', { levels: [{ level: 201, name: 'Legend' }] }, 'levels.0.level'],
  ['a script for a badge', { levels: [{ level: 1, badgeUrl: 'javascript:alert(1)' }] }, 'levels.0.badgeUrl'],
  ['a visibility there is not', { visibility: 'secret' }, 'visibility'],
  ['a demotion there is not', { demotion: 'never' }, 'demotion'],
  ['a theme of more than 8 kB', { theme: { notes: 'x'.repeat(8200) } }, 'theme'],
  ['an accent that is more than a colour', { theme: { accent: 'red; background: blue' } }, 'theme.accent'],
  ['a scheme that is none', { theme: { scheme: 'night' } }, 'theme.scheme'],
  ['a theme that is a list', { theme: [] }, 'theme'],
  ['a NUL in the name', { name: 'a\0b' }, 'name'],
  ['half a character in a theme', { theme: { font: '\ud800' } }, 'theme.font'],
  ['a field there is not', { chatXP: 15 }, 'chatXP'],
  ['a rule there is not', { rules: { sources: { chat: { cooldown: 5 } } } }, 'rules.sources.chat.cooldown'],
  ['no rules', { rules: null }, 'rules'],
  ['what is not the creator’s to say', { savedBy: 'user_me' }, 'savedBy'],
])('refuses %s with its path and saves nothing', async (_what, change, path) => {
  const answer = await creator.put({ version: 1, ...change });
  expect(answer).toMatchObject({ status: 400, body: { code: 'validation-failed' } });
  expect(answer.body.errors?.map((error) => error.path)).toEqual([path]);
  expect(answer.body.errors?.[0]?.message).not.toBe('');
  expect((await creator.read()).body.version).toBe(1);
});

it('refuses a theme that is nested too deep to be looked through', async () => {
  const nested = '{"a":'.repeat(100_000) + '1' + '}'.repeat(100_000);
  const { body } = await creator.putText(`{"version":1,"theme":${nested}}`);
  expect(body).toMatchObject({ code: 'validation-failed', errors: [{ path: 'theme' }] });
});

it('names everything that is wrong at once', async () => {
  const { body } = await creator.put({ version: 1, chatXp: -1, timeZone: 'Mars/Base', foo: 1 });
  expect(body.errors?.map(({ path }) => path).toSorted()).toEqual(['chatXp', 'foo', 'timeZone']);
});

it.each<[object, string]>([
  [{ chatXp: 1 }, 'version'],
  [{ version: 'one' }, 'version'],
  [{ version: 1.5 }, 'version'],
])('refuses %j, which does not say what was edited', async (body, path) => {
  expect((await creator.put(body)).body.errors?.map((error) => error.path)).toEqual([path]);
});

it('tells of a zone that only browsers know, which the database has to know as well', async () => {
  const zone = 'Africa/Asmera';
  await server.pglite.exec(
    `create or replace function public.is_time_zone(zone text) returns boolean language sql as 'select zone <> ''${zone}'''`,
  );
  const answer = await creator.put({ version: 1, timeZone: zone });
  expect(answer).toMatchObject({ status: 400, body: { code: 'validation-failed' } });
  expect(answer.body.errors?.map((error) => error.path)).toEqual(['timeZone']);
});

it('takes as many members and levels as the contract allows', async () => {
  const noXpMembers = Array.from({ length: 5000 }, (_, index) => `user_${String(index).padStart(16, '0')}`);
  const thresholds = Array.from({ length: 1000 }, (_, index) => index * 100);
  const levels = thresholds.map((_, level) => ({ level, name: `Level ${level}`, badgeUrl: null }));
  const answer = await creator.put({
    version: 1,
    rules: { noXpMembers },
    curve: { kind: 'table', thresholds },
    topLevel: 1000,
    levels,
    theme: { tokens: deep(1000) },
  });
  expect(answer).toMatchObject({ status: 200, body: { version: 2, rules: { noXpMembers } } });
  expect((await creator.put({ version: 2, name: 'x'.repeat(1024 * 1024) })).status).toBe(413);
});
