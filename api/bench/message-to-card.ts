// From "Whop posts a signed message" to "the number in the card moves", in a real browser, one message at a time.
// Usage: node api/bench/message-to-card.ts [samples]
import { Router } from 'express';
import puppeteer from 'puppeteer-core';
import { writeScript } from '../../packages/widgets/build/write-script.ts';
import { chromiumArguments, findChromium } from '../../packages/widgets/testing/chromium.ts';
import { personas } from '../dev/personas.ts';
import { WhopPayloads, makeId } from '../dev/whop-payloads.ts';
import { WhopSender } from '../dev/whop-sender.ts';
import { openPglite } from '../src/database/pglite.ts';
import { startServer } from '../src/server.ts';

const samples = Number(process.argv[2] ?? 120);
const secret = 'ws_bench';
const communityId = 'biz_bench';
const author = personas[0]!;

await writeScript();
const routes = Router();
routes.get('/page', (_request, response) => {
  response.type('html').send(`<!doctype html><title>Bench</title>
    <script async src="/widgets/v1/wee5.js" data-community="${communityId}"></script>
    <wee5-rank-card user="${author.id}"></wee5-rank-card>`);
});
const server = await startServer({
  environment: { PORT: '0', LOG_LEVEL: 'silent', WHOP_WEBHOOK_SECRET: secret },
  database: await openPglite(),
  routes,
});
const browser = await puppeteer.launch({
  executablePath: await findChromium(),
  args: chromiumArguments,
  headless: 'shell',
});

const acknowledged: number[] = [];
const moved: number[] = [];
const sender = new WhopSender({
  url: `${server.url}/api/webhook`,
  secret,
  onDelivery: ({ milliseconds }) => acknowledged.push(milliseconds),
});
const payloads = new WhopPayloads(communityId);
// Spaced by more than the cooldown in event time, so that each earns.
let at = Date.now() - (samples + 10) * 61_000;
const chat = () =>
  payloads.message({ id: makeId('post_'), author, at: new Date((at += 61_000)), content: null });

await sender.send(chat());
const page = await browser.newPage();
await page.goto(`${server.url}/page`);
await page.waitForFunction(
  `document.querySelector('wee5-rank-card').shadowRoot.textContent.includes('Live')`,
);
await page.evaluate(`
  globalThis.movedAt = 0;
  new MutationObserver(() => { movedAt ||= performance.timeOrigin + performance.now(); })
    .observe(document.querySelector('wee5-rank-card').shadowRoot.querySelector('[part~=xp]'),
      { subtree: true, childList: true, characterData: true });`);
acknowledged.length = 0;
for (let sample = 0; sample < samples; sample++) {
  // Long enough for the count-up to end, so that what moves next is this message's.
  await new Promise((resolve) => setTimeout(resolve, 700));
  await page.evaluate('movedAt = 0');
  const sentAt = performance.timeOrigin + performance.now();
  await sender.send(chat());
  await page.waitForFunction('movedAt > 0', { polling: 5, timeout: 10_000 });
  moved.push(((await page.evaluate('movedAt')) as number) - sentAt);
}
console.log(`message → acknowledged: ${describe(acknowledged)}`);
console.log(`message → card moves:   ${describe(moved)}`);
await browser.close();
await server.stop();

function describe(values: number[]): string {
  const sorted = values.toSorted((a, b) => a - b);
  const quantile = (share: number) =>
    (sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0).toFixed(1);
  return `median ${quantile(0.5)} ms, p90 ${quantile(0.9)} ms, p99 ${quantile(0.99)} ms (${values.length} messages)`;
}
