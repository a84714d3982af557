import { mkdtemp } from 'node:fs/promises';
import { join } from 'node:path';
import puppeteer, { type Page } from 'puppeteer-core';
import { chromiumArguments, findChromium } from '../../../widgets/testing/chromium.ts';
import { layoutShiftBudget } from '../../../widgets/build/budgets.ts';
import { serveNext } from '../examples/next.ts';
import { watchPage, wordsOf } from '../examples/watched-page.ts';
import { openWee5 } from '../examples/wee5.ts';
import { findFreePort } from '../servers/free-port.ts';
import type { StepOutcome } from '../step.ts';
import { ALL_VARIABLE } from './fresh-projects.ts';
import { RegistryUnreachable } from './fresh-workspace.ts';
import type { PackedPackage } from './pack.ts';

const name = 'the Next example';
const print = (): void => {};

/** Runs `examples/next` as its command does, with a Wee5 and a Chromium of its own; slow, so not without being asked. */
export async function tryNextExample(directory: string, packed: PackedPackage[]): Promise<StepOutcome> {
  const nothing = { passed: 0, failures: [], skipped: [] };
  if (!process.env[ALL_VARIABLE]) {
    return {
      ...nothing,
      skipped: [{ name, reason: `it is slow; set ${ALL_VARIABLE}=1 to try it as CI does` }],
    };
  }
  try {
    await useExample(await mkdtemp(join(directory, 'next-example-')), packed);
    return { ...nothing, passed: 1 };
  } catch (error) {
    if (error instanceof RegistryUnreachable) {
      return { ...nothing, skipped: [{ name, reason: 'the npm registry cannot be reached' }] };
    }
    console.error(error);
    return { ...nothing, failures: [`${name}: ${String(error).split('\n')[0]}`] };
  }
}

async function useExample(home: string, packed: PackedPackage[]): Promise<void> {
  await using running = new AsyncDisposableStack();
  const environment = { PORT: '0', WEE5_DATA_DIR: join(home, 'data') };
  const wee5 = await openWee5({ environment, print });
  running.defer(() => wee5.stop());
  const example = await serveNext(home, packed, { wee5: wee5.url, port: await findFreePort(), print });
  running.defer(() => example.stop());
  const browser = await puppeteer.launch({
    executablePath: await findChromium(),
    args: chromiumArguments,
    headless: 'shell',
  });
  running.defer(() => browser.close());

  const html = await (await fetch(example.url)).text();
  if (!html.includes('<wee5-rank-card user="me" style="display:block;min-height:')) {
    throw new Error('The server’s HTML reserves no height for the card.');
  }
  const { page, complaints } = await watchPage(browser, example.url);
  await waitForCard(page, /Chidi Okafor .*Live/);
  const shift = Number(await page.evaluate('globalThis.layoutShift'));
  if (shift > layoutShiftBudget) throw new Error(`The page moved while it loaded, by ${shift}.`);
  await pushOverLevel(page, wee5.url);
  await page.setCookie({ name: 'member', value: 'user_june', url: example.url });
  await page.reload();
  await waitForCard(page, /June Park/);
  if (complaints.length > 0) throw new Error(`The console complains: ${complaints.join('; ')}`);
}

/** The card follows a level that Chidi reaches while the page is open. */
async function pushOverLevel(page: Page, wee5: string): Promise<void> {
  await fetch(`${wee5}/demo/actions`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ action: 'level-up', memberId: 'user_chidi' }),
  });
  await waitForCard(page, /Level 5/);
}

async function waitForCard(page: Page, words: RegExp): Promise<void> {
  const until = performance.now() + 20_000;
  let said = '';
  while (!words.test(said)) {
    if (performance.now() > until) throw new Error(`The card never said ${words}: ${said}`);
    await page.waitForNetworkIdle({ idleTime: 100, concurrency: 10 });
    said = await wordsOf(page, 'wee5-rank-card');
  }
}
