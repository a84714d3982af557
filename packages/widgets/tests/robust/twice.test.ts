import { readFileSync } from 'node:fs';
import { build } from 'esbuild';
import { beforeAll, expect, it } from 'vitest';
import { version } from '../../src/internal/version.ts';
import { openBrowser } from '../support/open-browser.ts';
import { scriptTag, StrangersPage, widgets } from '../support/strangers-page.ts';

const opened = openBrowser();
/** What a page's own bundler makes of the package: everything in one script. */
let bundled: string;

beforeAll(async () => {
  const { outputFiles } = await build({
    stdin: { contents: `import '../../src/define.ts';`, resolveDir: import.meta.dirname },
    bundle: true,
    write: false,
    format: 'iife',
    target: 'es2023',
    tsconfigRaw: '{}',
    loader: { '.ts': 'ts' },
  });
  bundled = outputFiles[0]!.text.replaceAll('</script', String.raw`<\/script`);
});

const warning = 'Load Wee5 once: with the script tag or from npm.';

it('is silent where the same script is there twice, and the first one’s attributes count', async () => {
  const second = scriptTag.replace('biz_demo', 'biz_other');
  const site = await StrangersPage.open(opened.browser, {
    tags: (scriptTag + second).replaceAll('async', 'defer'),
  });
  await site.live();
  expect(site.api.asked.filter((path) => path.includes('biz_other'))).toEqual([]);
  expect([...site.errors, ...site.warnings]).toEqual([]);
});

it('says whose the tags are where a bundle of the page’s own came first', async () => {
  const body = `<script>${bundled}</script>${widgets}`;
  const site = await StrangersPage.open(opened.browser, { tags: scriptTag.replace('async', 'defer'), body });
  await expect
    .poll(() => site.warnings)
    .toEqual([
      `Wee5 ${version} leaves <wee5-rank-card> to Wee5 ${version}, which was there first. ${warning}`,
    ]);
  expect(site.errors).toEqual([]);
});

it('names both versions where another one came first', async () => {
  const before = `globalThis.Wee5 = { version: '9.9.9' };
    customElements.define('wee5-rank-card', class extends HTMLElement { static version = '9.9.9' });`;
  const site = await StrangersPage.open(opened.browser, { before });
  await expect
    .poll(() => site.warnings)
    .toEqual([`Wee5 ${version} leaves <wee5-rank-card> to Wee5 9.9.9, which was there first. ${warning}`]);
  expect(await site.evaluate('Wee5.version')).toBe('9.9.9');
  expect(site.errors).toEqual([]);
});

it('works beside a stranger’s element with one of its tags, and says so', async () => {
  const before = `customElements.define('wee5-rank-card', class extends HTMLElement {})`;
  const site = await StrangersPage.open(opened.browser, { before });
  await expect.poll(() => site.textOf('wee5-leaderboard')).toContain('Live');
  expect(site.warnings).toEqual([
    `Wee5 ${version} leaves <wee5-rank-card> to something that is not Wee5, which was there first. ${warning}`,
  ]);
  expect(site.errors).toEqual([]);
});

it('works where an element of the page is called Wee5', async () => {
  const site = await StrangersPage.open(opened.browser, {
    body: `<p id="Wee5"></p><a name="Wee5"></a>${widgets}`,
  });
  await site.live();
  expect(await site.evaluate('Wee5.version')).toBe(version);
});

it('has the version of the package', () => {
  const manifest = readFileSync(new URL('../../package.json', import.meta.url), 'utf8');
  expect((JSON.parse(manifest) as { version: string }).version).toBe(version);
});
