import { adjustXpRequestSchema, configDocumentSchema, leaderboardQuerySchema } from '@wee5/contract';
import { expect, it } from 'vitest';
import * as z from 'zod';
import { ApiError } from '../../src/errors.ts';
import { validate } from '../../src/routes/validate.ts';

const shape = z.object({
  name: z.string().min(1).max(3),
  tags: z.array(z.string()).min(2).max(3),
  count: z.int().min(1).max(9),
  ratio: z.number().positive(),
  kind: z.enum(['a', 'b']),
  only: z.literal('x'),
  at: z.iso.datetime(),
  day: z.iso.date(),
  id: z.guid(),
  link: z.url({ protocol: /^https?$/ }),
  on: z.boolean(),
});
const good = {
  name: 'ana',
  tags: ['a', 'b'],
  count: 3,
  ratio: 0.5,
  kind: 'a',
  only: 'x',
  at: '2026-11-20T18:04:05Z',
  day: '2026-11-20',
  id: '0b3a7d52-1c1f-4b0a-9d53-6f1f0c3e8a11',
  link: 'https://example.com',
  on: true,
};

function refusalOf(change: Record<string, unknown>): string {
  try {
    validate(shape, { ...good, ...change });
  } catch (error) {
    if (error instanceof ApiError) return error.message;
  }
  return 'accepted';
}

it.each([
  [{}, 'accepted'],
  [{ name: undefined }, 'name: is missing.'],
  [{ name: 7 }, 'name: must be text.'],
  [{ name: '' }, 'name: must not be empty.'],
  [{ name: 'four' }, 'name: must have at most 3 characters.'],
  [{ tags: 'a' }, 'tags: must be a list.'],
  [{ tags: ['a'] }, 'tags: must have at least 2 entries.'],
  [{ tags: ['a', 'b', 'c', 'd'] }, 'tags: must have at most 3 entries.'],
  [{ count: 1.5 }, 'count: must be a whole number.'],
  [{ count: 0 }, 'count: must be at least 1.'],
  [{ count: 10 }, 'count: must be at most 9.'],
  [{ ratio: 0 }, 'ratio: must be more than 0.'],
  [{ kind: 'c' }, 'kind: must be one of a, b.'],
  [{ only: 'y' }, 'only: must be x.'],
  [{ at: 'noon' }, 'at: must be a time such as 2026-11-20T18:04:05Z.'],
  [{ day: 'today' }, 'day: must be a day such as 2026-11-20.'],
  [{ id: '7' }, 'id: must be a UUID.'],
  [{ link: 'javascript:x' }, 'link: must be an address that begins with http:// or https://.'],
  [{ on: 'yes' }, 'on: must be true or false.'],
])('%o is answered with "%s"', (change, words) => {
  expect(refusalOf(change)).toBe(words);
});

it('leaves a schema its own words, and ends no sentence twice', () => {
  const own = z.string().refine(() => false, { message: 'must be mine.' });
  expect(() => validate(z.object({ own }), { own: 'x' })).toThrow(/^own: must be mine\.$/);
});

it.each([
  ['a query', leaderboardQuerySchema, { limit: '0' }, 'limit: must be at least 1.'],
  ['an adjustment', adjustXpRequestSchema, { amount: 5, reason: '' }, 'reason: must not be empty.'],
  ['a configuration', configDocumentSchema.shape.chatXp, -1, 'The body: must be at least 0.'],
])('%s of the contract is answered in these words', (_what, schema: z.ZodType, value, words) => {
  expect(() => validate(schema, value)).toThrow(words);
});
