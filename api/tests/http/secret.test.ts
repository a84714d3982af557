import { chmod, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { keepSecret } from '../../src/secret.ts';

let parent: string;
let directory: string;
beforeEach(async () => {
  parent = await mkdtemp(join(tmpdir(), 'wee5-secret-'));
  directory = join(parent, 'data');
});
afterEach(() => rm(parent, { recursive: true }));

it('makes a secret that only its owner can read', async () => {
  const { secret, path, made } = await keepSecret(directory);
  expect(made).toBe(true);
  expect(secret).toMatch(/^ws_[0-9a-f]{64}$/);
  expect(path).toBe(join(directory, 'webhook-secret'));
  expect((await stat(path)).mode & 0o777).toBe(0o600);
  expect(await readdir(directory)).toEqual(['webhook-secret']);
});

it('finds the same secret on the next start, and does not call it new', async () => {
  const { secret } = await keepSecret(directory);
  expect(await keepSecret(directory)).toMatchObject({ secret, made: false });
});

it('makes another secret elsewhere', async () => {
  const [one, other] = await Promise.all([keepSecret(directory), keepSecret(join(parent, 'other'))]);
  expect(one.secret).not.toBe(other.secret);
});

it('gives servers that start together one secret, made by one of them', async () => {
  const kept = await Promise.all(Array.from({ length: 20 }, () => keepSecret(directory)));
  expect(new Set(kept.map(({ secret }) => secret)).size).toBe(1);
  expect(kept.filter(({ made }) => made)).toHaveLength(1);
  expect(await readdir(directory)).toEqual(['webhook-secret']);
});

it('takes a secret back from readers it was opened to', async () => {
  const { path } = await keepSecret(directory);
  await chmod(path, 0o644);
  await keepSecret(directory);
  expect((await stat(path)).mode & 0o777).toBe(0o600);
});

it('refuses an empty secret file instead of accepting webhooks from anyone', async () => {
  const { path } = await keepSecret(directory);
  await writeFile(path, '\n');
  await expect(keepSecret(directory)).rejects.toThrow(`${path} holds no secret: delete it`);
  expect(await readFile(path, 'utf8')).toBe('\n');
});
