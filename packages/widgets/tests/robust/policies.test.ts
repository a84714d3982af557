import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { openBrowser } from '../support/open-browser.ts';
import { StrangersPage, widgets } from '../support/strangers-page.ts';

const opened = openBrowser();

const guide = readFileSync(new URL('../../../../docs/script-tag.md', import.meta.url), 'utf8');
/** The policies of the guide, in the order in which they stand there. */
const policies = [...guide.matchAll(/```http\nContent-Security-Policy: ([^]+?)```/g)].map(([, policy]) =>
  policy!.trim().replaceAll(/\s+/g, ' ').replaceAll('https://api.example.com', 'API'),
);

it.each(policies)('shows everything, live, under the guide’s policy %s', async (policy) => {
  const nonce = /'nonce-([^']+)'/.exec(policy)?.[1];
  const tags = `<script async ${nonce ? `nonce="${nonce}"` : ''} src="API/widgets/v1/wee5.js" data-community="biz_demo"></script>`;
  const site = await StrangersPage.open(opened.browser, { policy, tags });
  await site.live();
  expect(site.errors).toEqual([]);
  expect(site.warnings).toEqual([]);
});

it('takes the guide’s policies for two', () => {
  expect(policies).toHaveLength(2);
});

it('stays empty, and leaves the page alone, where Trusted Types forbid Lit’s policy', async () => {
  const policy = policies[0]!.replace('trusted-types lit-html', "trusted-types 'none'");
  const site = await StrangersPage.open(opened.browser, { policy, body: `${widgets}<p>Below</p>` });
  await expect.poll(() => site.warnings.join()).toContain('lit-html');
  expect(await site.evaluate(`customElements.get('wee5-rank-card')`)).toBeUndefined();
  expect(await site.evaluate(`document.body.textContent`)).toBe('Below');
});

it('works beside another Lit where the policy allows it twice', async () => {
  const policy = `${policies[0]!} 'allow-duplicates'`;
  const before = `trustedTypes.createPolicy('lit-html', { createHTML: (text) => text })`;
  const site = await StrangersPage.open(opened.browser, { policy, before });
  await site.live();
  expect(site.errors).toEqual([]);
});
