import { readFileSync } from 'node:fs';
import { curveProblem, curveSchema, type Config } from '@wee5/contract';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { mergeConfig } from '../../src/config-document/merge.ts';
import { toDocument } from '../../src/config-document/stored.ts';
import { startTestServer, type TestServer } from '../support/test-server.ts';
import { curveKinds, fieldsOf, type Field } from './fields.ts';
import { Creator } from './support.ts';

const guide = readFileSync(new URL('../../../docs/configuration.md', import.meta.url), 'utf8');
const communityId = 'biz_new';
let server: TestServer;
let creator: Creator;
beforeAll(async () => {
  server = await startTestServer();
  const { functions, communityDefaults, identities } = server.context;
  await functions.ensureCommunities([communityId], communityDefaults);
  const key = await identities.keys.create(communityId, { kind: 'secret' });
  creator = new Creator(server, communityId, { authorization: `Bearer ${key?.key}` });
});
afterAll(() => server.stop());

/** The cells of every table row that begins with something in code. */
const rows = [...guide.matchAll(/^\| `([^`]+)` +\| (.+?) +\|(.*)$/gm)].map(([, name = '', second = '']) => ({
  name,
  second,
}));
const bodyOf = (address: string): Record<string, unknown> => {
  const example = guide.split('```').find((block) => block.includes(`${address}" `)) ?? '';
  return JSON.parse(/-d '(.*)'/s.exec(example)?.[1] ?? '') as Record<string, unknown>;
};

it('lists every field with the default that a new community has', async () => {
  const { body } = await creator.read();
  const listed = rows.filter(({ name }) => !curveKinds().includes(name));
  const fields = fieldsOf();
  const lists = ['levels', 'rules.multipliers'];
  expect(listed.map(({ name }) => name).toSorted()).toEqual(
    [...fields.map(({ path }) => path), ...lists].toSorted(),
  );
  for (const { name, second } of listed) {
    const field = fields.find(({ path }) => path === name) ?? { path: name, value: undefined };
    const value = defaultOf(field, body);
    expect(`${name}: ${second}`).toBe(
      `${name}: ${value === undefined ? '–' : `\`${JSON.stringify(value)}\``}`,
    );
  }
});

function defaultOf({ path, value }: Field, config: Config): unknown {
  const found = path
    .split('.')
    .reduce<unknown>((whole, key) => (whole as Record<string, unknown> | undefined)?.[key], config);
  return found ?? (found === null ? null : value);
}

it('has an example of every curve, which rises', () => {
  const examples = rows.filter(({ name }) => curveKinds().includes(name));
  expect(examples.map(({ name }) => name)).toEqual(curveKinds());
  for (const { name, second } of examples) {
    const curve = curveSchema.parse(JSON.parse(/`([^`]+)`/.exec(second)?.[1] ?? ''));
    expect(curve.kind).toBe(name);
    expect(curveProblem(curve)).toBeNull();
  }
});

it('shows calls that do what it says', async () => {
  const saved = await creator.put(bodyOf('/config'));
  expect(saved).toMatchObject({ status: 200, body: { version: 2, chatXp: 12, rules: { dailyCap: 500 } } });

  const row = await server.context.functions.getConfiguration(communityId);
  if (!row) throw new Error('The community is gone.');
  expect(mergeConfig(toDocument(row.document), bodyOf('/config/preview'))).toMatchObject({ chatXp: 20 });

  const { version, to } = bodyOf('/config/rollback') as { version: number; to: number };
  expect(await creator.rollback(version, to)).toMatchObject({
    status: 200,
    body: { version: 3, chatXp: 15 },
  });
});
