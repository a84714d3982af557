import type { DemoSite } from './demo-site.ts';
import type { VisitOptions } from './visit.ts';

/** How a page may load: nothing may move in any of them. */
export const scenarios: Record<string, VisitOptions> = {
  'everything comes at once': {},
  'the page is a phone’s': { width: 360 },
  'the script comes late': { delayOf: (url) => (url.includes('/widgets/') ? 1_500 : 0) },
  'the API is slow': { delayOf: (url) => (url.includes('/api/') ? 600 + (url.length % 7) * 150 : 0) },
};

/** The tags on the example's page that show data of their own. */
export function widgetsOf(example: string): string[] {
  return [...example.matchAll(/<(wee5-[^]*?)<\/wee5-[\w-]+>/g)].map(([widget]) => widget);
}

/** Pages with the script alone, without it, and with one widget each, to tell what each of them costs. */
export async function addPages(site: DemoSite): Promise<{ widgets: string[] }> {
  const example = await site.example();
  const widgets = widgetsOf(example);
  const without = widgets.reduce((page, widget) => page.replace(widget, ''), example);
  site.addPage('/cost/example', example);
  site.addPage('/cost/script', without);
  site.addPage('/cost/nothing', without.replace(/<script[^]*?<\/script>/, ''));
  for (const [index, widget] of widgets.entries()) {
    site.addPage(`/cost/${index}`, without.replace('</body>', `${widget}</body>`));
  }
  // Text that would be pushed down. The community has four rewards, one more than the example keeps room for.
  const text = (widget: string) =>
    `${widget.replace('min-height: 298px', 'min-height: 366px')}<p>What the page says below.</p>`;
  site.addPage(
    '/cost/text',
    widgets.reduce((page, widget) => page.replace(widget, text(widget)), example),
  );
  return { widgets };
}
