import { readFile } from 'node:fs/promises';
import { Script } from 'node:vm';
import { gzipSync } from 'node:zlib';
import { beforeAll, describe, expect, it } from 'vitest';
import { bundle, describeSize } from '../build/bundle.ts';

/** Measured 25.1 KB; every kilobyte more is a decision. */
const budget = 26 * 1024;

describe('wee5.js', () => {
  let code: Uint8Array;
  let text: string;

  beforeAll(async () => {
    code = await bundle();
    text = new TextDecoder().decode(code);
  });

  it('is a classic script', () => {
    expect(() => new Script(text)).not.toThrow();
  });

  it('stays within its budget', () => {
    expect(gzipSync(code, { level: 9 }).length).toBeLessThan(budget);
  });

  it('is as large as the README says', async () => {
    const readme = await readFile(new URL('../README.md', import.meta.url), 'utf8');
    expect(readme).toContain(describeSize(code));
  });

  it('needs nothing that a strict policy forbids', () => {
    expect(text).not.toMatch(/\beval\(|new Function\(|document\.write|setAttribute\("style"|\sstyle="/);
  });

  it('carries no trace of the schemas', () => {
    expect(text).not.toMatch(/zod|safeParse/i);
  });
});
