import { expect, it, vi } from 'vitest';
import { expiryOf } from '../src/live/transports/expiry-of.ts';
import { createTokenSource } from '../src/token.ts';
import { tokenUntil } from './support/token.ts';

it('asks for one other token, however many hear that the old one is refused', async () => {
  let given = 0;
  const getToken = vi.fn(async () => `token_${++given}`);
  const tokens = createTokenSource({ getToken });
  const old = await tokens.get();
  const asked = [old, old, old].map((token) => {
    expect(tokens.refused(token)).toBe(true);
    return tokens.get();
  });
  expect(await Promise.all(asked)).toEqual(['token_2', 'token_2', 'token_2']);
  expect(getToken.mock.calls).toEqual([[undefined], ['token_1']]);
});

it('keeps a token that is newer than the one refused', async () => {
  let given = 0;
  const tokens = createTokenSource({ getToken: async () => `token_${++given}` });
  const old = await tokens.get();
  tokens.refused(old);
  await tokens.get();
  tokens.refused(old);
  expect(await tokens.get()).toBe('token_2');
});

it('has no other token than one that was given', async () => {
  const tokens = createTokenSource({ token: 'only' });
  expect([tokens.isGiven, tokens.refused('only'), await tokens.get()]).toEqual([true, false, 'only']);
  expect(createTokenSource({}).isGiven).toBe(false);
});

it('reads when a token runs out, whatever letters are in it', () => {
  const at = Date.parse('2026-11-20T18:00:00Z');
  for (const name of ['ana', 'Ünï·ço∂é ??>>', '']) expect(expiryOf(tokenUntil(at, name))).toBe(at);
});

it.each(['', 'opaque', 'a.b', 'a.%%%.c', `a.${btoa('null')}.c`, `a.${btoa('{"exp":"soon"}')}.c`])(
  'knows no end of %j',
  (token) => expect(expiryOf(token)).toBeUndefined(),
);
