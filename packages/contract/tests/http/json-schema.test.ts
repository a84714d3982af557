import { expect, test } from 'vitest';
import { z } from 'zod';
import * as contract from '../../src/index.ts';

const schemas: [name: string, schema: z.ZodType][] = [
  ['Community', contract.communitySchema],
  ['Leaderboard', contract.leaderboardSchema],
  ['LeaderboardQuery', contract.leaderboardQuerySchema],
  ['LiveConfig', contract.liveConfigSchema],
  ['Problem', contract.problemSchema],
  ['RankCard', contract.rankCardSchema],
  ['Rewards', contract.rewardsSchema],
  ['WebhookAnswer', contract.webhookAnswerSchema],
];

test.each(schemas)('%s can be written into an OpenAPI document', (_name, schema) => {
  const document = z.toJSONSchema(schema, { io: 'input' });
  expect(document.properties ?? document.oneOf ?? document.anyOf).toBeDefined();
});

test('descriptions and limits reach the OpenAPI document', () => {
  const { properties } = z.toJSONSchema(contract.rankCardSchema, { io: 'input' });
  expect(properties?.progress).toMatchObject({ type: 'number', minimum: 0, maximum: 1 });
  expect(properties?.xp).toMatchObject({ type: 'integer', minimum: 0, description: 'Exact XP, an integer' });
});
