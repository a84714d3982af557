import { readFile } from 'node:fs/promises';
import { Script } from 'node:vm';
import { gzipSync } from 'node:zlib';
import { beforeAll, describe, expect, it } from 'vitest';
import { bundle, bundleRealtime, describeSize } from '../build/bundle.ts';

/** Measured 28.0 KB; every kilobyte more is a decision. */
const budget = 28 * 1024;

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

  it('leaves the library of Realtime to the file beside it', () => {
    expect(text).not.toMatch(/phx_join|heartbeatIntervalMs/);
    expect(text).toContain('wee5-realtime.js');
  });
});

describe('wee5-realtime.js', () => {
  it('is a module with the library alone, as large as the README says', async () => {
    const code = await bundleRealtime();
    const library = `data:text/javascript;base64,${Buffer.from(code).toString('base64')}`;
    expect(Object.keys((await import(library)) as object)).toEqual(['RealtimeClient']);
    const readme = await readFile(new URL('../README.md', import.meta.url), 'utf8');
    expect(readme).toContain(describeSize(code));
  });
});
