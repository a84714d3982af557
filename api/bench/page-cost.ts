// What the script tag costs a page, in a real Chromium on a processor four times slower, against the real API.
// Usage: node api/bench/page-cost.ts [runs]
import puppeteer from 'puppeteer-core';
import { chromiumArguments, findChromium } from '../../packages/widgets/testing/chromium.ts';
import { addCeilings } from './page-cost/ceilings.ts';
import { openDemoSite } from './page-cost/demo-site.ts';
import { addPages, scenarios } from './page-cost/scenarios.ts';
import { weigh } from './page-cost/script-bytes.ts';
import { visit, type Visit, type VisitOptions } from './page-cost/visit.ts';

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

/** Judged by the main thread's own time on the processor as it is, times four: see `docs/performance.md`. */
async function printWork(widgets: string[]): Promise<void> {
  await addCeilings(site, browser);
  const visits = await inTurns(['nothing', 'loop', 'plain', 'script', ...widgets.keys(), 'example'], {
    traced: true,
  });
  const slow = await inTurns(['nothing', 'loop', 'example'], { slowdown });
  const more = (page: string | number, than: string, of = visits) =>
    median(of.get(page)!.map((it, run) => it.mainThreadMs - of.get(than)![run]!.mainThreadMs));
  const estimate = (page: string | number, than = 'nothing') => slowdown * more(page, than);
  row('\nmain thread, median, own time x 4', 'measured', 'goal');
  row('+ the script', milliseconds(estimate('script')), '');
  for (const [index, widget] of widgets.entries()) {
    row(`+ ${widget.match(/[\w-]+/)?.[0]}`, milliseconds(estimate(index, 'script')), 'not alone on a page');
  }
  const each = estimate('example') / widgets.length;
  const ceiling = estimate('plain') / widgets.length;
  row('all, script included, each', milliseconds(each), `< 50 ms (${(each / 50).toFixed(2)}x)`);
  row('the same as plain HTML, each', milliseconds(ceiling), `ceiling (${(each / ceiling).toFixed(2)}x)`);
  printClocks({ loop: more('loop', 'nothing'), slowLoop: more('loop', 'nothing', slow) });
  row('all, each, by the slowed clock', milliseconds(more('example', 'nothing', slow) / widgets.length), '');
  printLongTasks(visits, slow);
}

/** What Chromium's slowdown does to a known piece of work. */
function printClocks({ loop, slowLoop }: { loop: number; slowLoop: number }): void {
  row(
    'a known loop, as it is and slowed down',
    `${milliseconds(loop)}, ${milliseconds(slowLoop)}`,
    `${slowdown}x (${(slowLoop / loop).toFixed(2)}x)`,
  );
}

function printLongTasks(visits: Visits, slow: Visits): void {
  row('\ntasks over 50 ms, all runs', 'measured', 'goal');
  for (const page of ['nothing', 'example']) {
    const own = visits.get(page)!.flatMap(({ tasks }) => tasks.map((task) => task * slowdown));
    row(`${page}, own time x ${slowdown}`, longOnes(own), page === 'nothing' ? '' : '0');
    row(
      `${page}, by the wall’s slowed clock`,
      longOnes(slow.get(page)!.flatMap(({ longTasks }) => longTasks)),
      '',
    );
  }
}

function longOnes(tasks: number[]): string {
  const count = tasks.filter((task) => task > 50).length;
  return `${count}, longest ${milliseconds(Math.max(0, ...tasks))}`;
}

type Visits = Map<string | number, Visit[]>;

/** Visits the pages in turns, so that a slow minute of the machine is everybody's. */
async function inTurns(pages: (string | number)[], options: VisitOptions): Promise<Visits> {
  const visits: Visits = new Map(pages.map((page) => [page, []]));
  for (let run = 0; run < runs; run++) {
    for (const page of pages)
      visits.get(page)!.push(await visit(browser, `${site.url}/cost/${page}`, options));
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
