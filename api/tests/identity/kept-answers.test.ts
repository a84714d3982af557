import { beforeEach, expect, it } from 'vitest';
import { KeptAnswers } from '../../src/identity/kept-answers.ts';

let now: number;
let answers: KeptAnswers<string>;
let asked: number;
beforeEach(() => {
  now = 1_000_000;
  asked = 0;
  answers = new KeptAnswers({ keepMs: () => 1000, limit: 3, now: () => new Date(now) });
});

const ask = async (): Promise<string> => `answer ${(asked += 1)}`;

it('asks once for all who want the same at a time, and for each of two', async () => {
  const got = await Promise.all([answers.get('a', ask), answers.get('a', ask), answers.get('b', ask)]);
  expect(got).toEqual(['answer 1', 'answer 1', 'answer 2']);
});

it('keeps an answer for as long as it may, from when it was asked for', async () => {
  let answer = (_text: string): void => undefined;
  const slow = answers.get('a', () => new Promise((resolve) => (answer = resolve)));
  now += 900;
  answer('slow');
  expect(await slow).toBe('slow');
  now += 99;
  expect(await answers.get('a', ask)).toBe('slow');
  now += 1;
  expect(await answers.get('a', ask)).toBe('answer 1');
});

it('keeps no failure', async () => {
  const failure = new Error('no');
  await expect(answers.get('a', () => Promise.reject(failure))).rejects.toBe(failure);
  expect(await answers.get('a', ask)).toBe('answer 1');
});

it('lets the oldest go where more come than fit', async () => {
  for (const key of ['a', 'b', 'c', 'd']) await answers.get(key, ask);
  expect(answers.size).toBe(3);
  expect(await answers.get('b', ask)).toBe('answer 2');
  expect(await answers.get('a', ask)).toBe('answer 5');
});

it('forgets what was answered, and what is being answered', async () => {
  await answers.get('a', ask);
  await answers.get('b', ask);
  let answer = (_text: string): void => undefined;
  const slow = answers.get('c', () => new Promise((resolve) => (answer = resolve)));
  answers.forget((text) => text === 'answer 1');
  answer('stale');
  expect(await slow).toBe('stale');
  expect(await answers.get('a', ask)).toBe('answer 3');
  expect(await answers.get('b', ask)).toBe('answer 2');
  expect(await answers.get('c', ask)).toBe('answer 4');
});
