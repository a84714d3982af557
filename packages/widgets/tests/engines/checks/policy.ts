import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { allWidgets, shown } from '../member-page.ts';
import { complaintsOf, sees, type Visitor } from '../visitor.ts';

const guide = readFileSync(new URL('../../../../../docs/script-tag.md', import.meta.url), 'utf8');
/** The policies of the guide, and what the page's own scripts need beside them. */
const stated = [...guide.matchAll(/```http\nContent-Security-Policy: ([^]+?)```/g)].map(([, text]) =>
  text!
    .trim()
    .replaceAll(/\s+/g, ' ')
    .replaceAll('https://api.example.com', 'API')
    .replace('script-src API', "script-src 'nonce-own' API")
    // The pictures of the demo come from a server without a certificate.
    .replace('img-src https:', 'img-src *'),
);

export function policies(visitor: Visitor): void {
  it.each(stated)('all is shown, live, under %s', async (policy) => {
    const { site, tab, token } = visitor;
    const nonce = /'nonce-([^']+)'/.exec(policy)?.[1];
    const isTheirs = policy.includes('strict-dynamic');
    const script = `<script async ${isTheirs ? `nonce="${nonce}"` : ''} src="API/widgets/v1/wee5.js"
      data-community="biz_demo"></script>`;
    const own = `<script nonce="${nonce}">customElements.whenDefined('wee5-rank-card').then(() =>
      Wee5.configure({ getToken: () => Promise.resolve('${token}') }))</script>`;
    await tab.open(site.addPage('/policy', { policy, nonce, head: own + script, body: allWidgets }));
    for (const [tag, words] of Object.entries(shown)) await sees(tab, tag, words);
    expect(await complaintsOf(tab)).toEqual([]);
  });
}
