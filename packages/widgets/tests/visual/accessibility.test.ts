import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { checkStates, type Checked } from '../../gallery/accessibility/check-states.ts';
import { reportFile, writeReport } from '../../gallery/accessibility/report.ts';
import { acceptedBuild } from '../../gallery/contact-sheet/baselines.ts';
import { openStillBrowser, type StillBrowser } from '../../gallery/contact-sheet/still-browser.ts';

let still: StillBrowser;
let checked: Checked[];

beforeAll(async () => {
  still = await openStillBrowser();
  checked = await checkStates(still.browser);
}, 300_000);
afterAll(() => still.browser.close());

it('axe finds nothing in any state of any widget, in any setting', () => {
  const found = checked.flatMap(({ widget, state, setting, violations }) =>
    violations.map((violation) => `${widget}: ${state} (${setting}): ${violation}`),
  );
  expect(found).toEqual([]);
});

it('every state had rules to hold', () => {
  const idle = checked.filter(({ passed }) => passed.length === 0);
  expect(idle.map(({ widget, state, setting }) => `${widget}: ${state} (${setting})`)).toEqual([]);
});

it('the published results are those', async ({ skip }) => {
  const build = await acceptedBuild();
  skip(build !== still.build, `the published results are by ${build}, and this is ${still.build}`);
  const published = await readFile(reportFile, 'utf8');
  expect(published, 'Publish the new results: npx pnpm@10 contact-sheet --accept').toBe(
    await writeReport(checked),
  );
});
