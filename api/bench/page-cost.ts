// What the script tag costs a page, in a real Chromium on a processor four times slower, against the real API.
// Usage: node api/bench/page-cost.ts [runs]
import puppeteer, { type Browser } from 'puppeteer-core';
import { chromiumArguments, findChromium } from '../../packages/widgets/testing/chromium.ts';
import { openDemoSite } from './page-cost/demo-site.ts';
import { addPages, scenarios } from './page-cost/scenarios.ts';
import { weigh } from './page-cost/script-bytes.ts';
import { visit, type Visit } from './page-cost/visit.ts';

const runs = Number(process.argv[2] ?? 7);
const slowdown = 4;

const site = await openDemoSite();
const browser = await puppeteer.launch({
  executablePath: await findChromium(),
  args: chromiumArguments,
  headless: 'shell',
});
try {
  const { widgets } = await addPages(site);
  console.log(`${await browser.version()}, ${slowdown}x slower, ${runs} runs each in turns\n`);
  await printBytes();
  await printShifts();
  await printWork(widgets);
} finally {
  await browser.close();
  await site.stop();
}

async function printBytes(): Promise<void> {
  const { scripts, scriptsAsSent, answers } = await weigh(await visit(browser, `${site.url}/cost/example`));
  row('loaded until rendered', 'measured', 'goal');
  row('scripts, gzip', kilobytes(scripts), `≤ 16 KB (${(scripts / 16_384).toFixed(2)}x)`);
  row('scripts, as the API sends them', kilobytes(scriptsAsSent), '');
  row('answers of the API, gzip', kilobytes(answers), '');
}

async function printShifts(): Promise<void> {
  row('\nlayout shift', 'measured', 'goal');
  for (const [name, options] of Object.entries(scenarios)) {
    for (const page of ['example', 'text']) {
      const { layoutShift, shifted } = await visit(browser, `${site.url}/cost/${page}`, {
        ...options,
        slowdown,
      });
      row(`${name}${page === 'text' ? ', text between' : ''}`, layoutShift.toFixed(4), '0');
      for (const shift of shifted) console.log(`    ${shift}`);
    }
  }
}

async function printWork(widgets: string[]): Promise<void> {
  const visits = await inTurns(browser, ['nothing', 'script', ...widgets.keys(), 'example']);
  const work = (page: string | number) => median(visits.get(page)!.map(({ mainThreadMs }) => mainThreadMs));
  const more = (page: string | number, than: string) =>
    median(visits.get(page)!.map((it, run) => it.mainThreadMs - visits.get(than)![run]!.mainThreadMs));
  row('\nmain thread, median', 'measured', 'goal');
  row('the page without it', milliseconds(work('nothing')), '');
  row('+ the script', milliseconds(more('script', 'nothing')), '');
  for (const [index, widget] of widgets.entries()) {
    const cost = more(index, 'script');
    row(`+ ${widget.match(/[\w-]+/)?.[0]}`, milliseconds(cost), `< 50 ms (${(cost / 50).toFixed(2)}x)`);
  }
  const each = more('example', 'nothing') / widgets.length;
  row('all, script included, each', milliseconds(each), `< 50 ms (${(each / 50).toFixed(2)}x)`);
  printLongTasks(visits);
}

function printLongTasks(visits: Map<string | number, Visit[]>): void {
  row('\ntasks over 50 ms, all runs', 'measured', 'goal');
  for (const page of ['nothing', 'example']) {
    const tasks = visits.get(page)!.flatMap(({ longTasks }) => longTasks);
    const longest = tasks.length > 0 ? `, longest ${milliseconds(Math.max(...tasks))}` : '';
    const name = page === 'nothing' ? 'the page without it' : 'with the widgets';
    row(name, `${tasks.length}${longest}`, page === 'nothing' ? '' : '0');
  }
}

/** Visits the pages in turns, so that a slow minute of the machine is everybody's. */
async function inTurns(from: Browser, pages: (string | number)[]): Promise<Map<string | number, Visit[]>> {
  const visits = new Map<string | number, Visit[]>(pages.map((page) => [page, []]));
  for (let run = 0; run < runs; run++) {
    for (const page of pages)
      visits.get(page)!.push(await visit(from, `${site.url}/cost/${page}`, { slowdown }));
  }
  return visits;
}

function median(values: number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}

function row(...[name, measured, goal]: [string, string, string]): void {
  console.log(`${name.padEnd(44)}${measured.padEnd(28)}${goal}`);
}

function kilobytes(bytes: number): string {
  return `${(bytes / 1024).toFixed(1)} KB`;
}

function milliseconds(value: number): string {
  return `${value.toFixed(0)} ms`;
}
