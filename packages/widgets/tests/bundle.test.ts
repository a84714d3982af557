import { readFile } from 'node:fs/promises';
import { Script as ClassicScript } from 'node:vm';
import puppeteer from 'puppeteer-core';
import { beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { budgets } from '../build/budgets.ts';
import { bundle, type Script, type ScriptFile } from '../build/bundle.ts';
import { gzip } from '../build/compress.ts';
import { chromiumArguments, findChromium } from '../testing/chromium.ts';
import { SlowSite } from './support/slow-site.ts';

let script: Script;
beforeAll(async () => {
  script = await bundle();
}, 60_000);

const sizeOf = async ({ code }: ScriptFile): Promise<number> => (await gzip(code)).length;
const kilobytes = (bytes: number): string => `${(bytes / 1024).toFixed(1)} KB`;

describe('wee5.js', () => {
  it('is a classic script', () => {
    expect(() => new ClassicScript(script.code)).not.toThrow();
  });

  it('needs nothing that a strict policy forbids', () => {
    for (const { code } of [script, ...script.parts]) {
      expect(code).not.toMatch(/\beval\(|new Function\(|document\.write|setAttribute\("style"|\sstyle="/);
    }
  });

  it('carries no trace of the schemas', () => {
    for (const { code } of [script, ...script.parts]) expect(code).not.toMatch(/zod|safeParse/i);
  });

  it('is of the production build of Lit', () => {
    expect(script.code).not.toMatch(/dev-mode|litIssuedWarnings/);
  });

  it('leaves the library of Realtime to a part that nothing else is in', () => {
    expect(script.code).not.toMatch(/phx_join|heartbeatIntervalMs/);
    const realtime = script.parts.find(({ name }) => name.startsWith('wee5-realtime.'))!;
    expect(realtime.code).toMatch(/phx_join/);
    const paths = Object.keys(realtime.modules);
    expect(paths.filter((path) => !/realtime|phoenix|tslib/.test(path))).toEqual([]);
  });

  it('holds each module exactly once, with its parts', () => {
    const ids = [script, ...script.parts].flatMap(({ modules }) => Object.keys(modules));
    expect(new Set(ids).size).toBe(ids.length);
  });
});

describe('what travels', () => {
  it('until the three widgets show their data is the script alone, within its budget', async () => {
    const executablePath = await findChromium();
    const browser = await puppeteer.launch({ executablePath, args: chromiumArguments, headless: 'shell' });
    onTestFinished(() => browser.close());
    const tags = ['rank-card', 'leaderboard', 'reward-list'].map((name) => `wee5-${name}`);
    const body = tags.map((tag) => `<${tag} user="user_maya"></${tag}>`).join('');
    const site = await SlowSite.open(browser, '', body);
    await site.answerScript();
    for (const path of ['/members/', '/leaderboard', '/rewards']) {
      await expect.poll(() => site.asked.some((asked) => asked.includes(path))).toBe(true);
    }

    const early = script.parts.map(({ name }) => name).filter((name) => site.asked.includes(`/${name}`));
    expect(early).toEqual([]);
    expect(await sizeOf(script)).toBeLessThanOrEqual(budgets.firstData);
  }, 60_000);

  it('later is within the budget of each part', async () => {
    const tooLarge: string[] = [];
    for (const part of script.parts) {
      const name = part.name.slice('wee5-'.length).split('.')[0]!;
      if ((await sizeOf(part)) > (budgets.parts[name] ?? budgets.otherPart)) tooLarge.push(name);
    }
    expect(tooLarge).toEqual([]);
  });

  it('is what the README says', async () => {
    const readme = await readFile(new URL('../README.md', import.meta.url), 'utf8');
    expect(readme).toContain(`At most ${kilobytes(budgets.firstData)} (gzip)`);
    expect(readme).toContain(`${kilobytes(budgets.parts['realtime']!)} more`);
  });
});
