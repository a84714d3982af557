/**
 * `pnpm contact-sheet`: a picture of every widget in every state, theme, width and direction. `--accept` makes them
 * what the tests compare with, and publishes what axe says; `--widget rank-card` looks at one (and cannot accept); `--out` names another folder.
 */
import { writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { checkStates } from '../accessibility/check-states.ts';
import { reportFile, writeReport } from '../accessibility/report.ts';
import { accept, finishAccepting } from './baselines.ts';
import { openStillBrowser } from './still-browser.ts';
import { takeSheets } from './take-sheets.ts';
import { PictureFolder } from './write-pictures.ts';

const { values } = parseArgs({
  options: {
    accept: { type: 'boolean', default: false },
    widget: { type: 'string' },
    out: { type: 'string', default: resolve(import.meta.dirname, '..', '..', 'contact-sheet') },
  },
});
if (values.accept && values.widget) throw new Error('Accept all widgets together: leave --widget out.');

const started = performance.now();
const accepted = new Set<string>();
const folder = new PictureFolder(resolve(values.out));
const { browser, build } = await openStillBrowser();
try {
  await folder.empty();
  await takeSheets({
    browser,
    wanted: ({ query }) => !values.widget || query['widget'] === values.widget,
    async onSheet(sheet, again) {
      await folder.add(sheet);
      if (!values.accept || !sheet.view.compared) return;
      await accept(sheet, again);
      accepted.add(sheet.view.name);
    },
  });
  if (values.accept) {
    await finishAccepting(build, accepted);
    await writeFile(reportFile, await writeReport(await checkStates(browser)));
  }
} finally {
  await browser.close();
}
const count = await folder.finish();
const seconds = ((performance.now() - started) / 1000).toFixed(1);
console.log(`${count} pictures by ${build} in ${seconds} s. Open ${folder.directory}/index.html`);
