import type { Browser } from 'puppeteer-core';
import type { DemoSite } from './demo-site.ts';

/** A known piece of work, in twenty tasks, to tell what a slowdown does to a clock. */
const loop = `for (let task = 0; task < 20; task++) setTimeout(() => {
  for (let i = 0, x = 1; i < 1e6; i++) globalThis.sink = x = (x * 1103515245 + 12345) & 0x7fffffff;
}, 20 * task)`;

/**
 * Pages to compare with: `/cost/loop` does nothing but a known piece of work, and `/cost/plain` is what the example's page
 * has become in the end, as HTML and style sheets without a script. No widget can cost less than that.
 */
export async function addCeilings(site: DemoSite, browser: Browser): Promise<void> {
  const nothing = await (await fetch(`${site.url}/cost/nothing`)).text();
  site.addPage('/cost/loop', nothing.replace('</body>', `<script>${loop}</script></body>`));
  const page = await browser.newPage();
  await page.setViewport({ width: 480, height: 1_600 });
  await page.goto(`${site.url}/cost/example`);
  await page.waitForFunction(`${widgets}.every((it) => it.shadowRoot?.querySelector('.dot'))`);
  site.addPage('/cost/plain', `<!doctype html>${String(await page.evaluate(asPlainHtml))}`);
  await page.close();
}

const widgets = `[...document.querySelectorAll('*')].filter(({ localName }) => localName.startsWith('wee5-'))`;

/** Declarative shadow roots in the widgets' places. */
const asPlainHtml = `{
  const copy = document.documentElement.cloneNode(true);
  for (const script of copy.querySelectorAll('script')) script.remove();
  for (const { localName, shadowRoot } of ${widgets}) {
    const rules = shadowRoot.adoptedStyleSheets.flatMap(({ cssRules }) => [...cssRules].map((rule) => rule.cssText));
    const template = document.createElement('template');
    template.setAttribute('shadowrootmode', 'open');
    template.innerHTML = '<style>' + rules.join('') + '</style>' + shadowRoot.innerHTML.replace(/<!--.*?-->/g, '');
    copy.querySelector(localName).append(template);
  }
  copy.outerHTML;
}`;
