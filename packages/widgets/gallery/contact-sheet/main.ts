/**
 * `pnpm contact-sheet`: a picture of every widget in every state, theme, width and direction. `--accept` makes them
 * what the tests compare with; `--widget rank-card` looks at one (and cannot accept); `--out` names another folder.
 */
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { accept, beginAccepting } from './baselines.ts';
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
const folder = new PictureFolder(resolve(values.out));
const { browser, build } = await openStillBrowser();
try {
  await folder.empty();
  if (values.accept) await beginAccepting(build);
  await takeSheets({
    browser,
    wanted: ({ query }) => !values.widget || query['widget'] === values.widget,
    async onSheet(sheet) {
      await folder.add(sheet);
      if (values.accept && sheet.view.compared) await accept(sheet);
    },
  });
} finally {
  await browser.close();
}
const count = await folder.finish();
const seconds = ((performance.now() - started) / 1000).toFixed(1);
console.log(`${count} pictures by ${build} in ${seconds} s. Open ${folder.directory}/index.html`);
