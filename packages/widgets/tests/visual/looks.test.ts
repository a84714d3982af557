import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { acceptedBuild, acceptedNames, readAccepted } from '../../gallery/contact-sheet/baselines.ts';
import { compareSheet, type Difference } from '../../gallery/contact-sheet/compare.ts';
import { openStillBrowser, type StillBrowser } from '../../gallery/contact-sheet/still-browser.ts';
import { steadySheet } from '../../gallery/contact-sheet/steady-sheet.ts';
import type { Sheet } from '../../gallery/contact-sheet/take-sheet.ts';
import { takeSheets } from '../../gallery/contact-sheet/take-sheets.ts';

const failures = join(import.meta.dirname, '..', '..', 'coverage', 'looks');
const advice = `Look at the pictures in ${failures}. If they should look so: npx pnpm@10 contact-sheet --accept`;

let still: StillBrowser;
beforeAll(async () => {
  still = await openStillBrowser();
  await rm(failures, { recursive: true, force: true });
}, 120_000);
afterAll(() => still.browser.close());

it('every state of every widget looks as it was accepted', { timeout: 180_000 }, async ({ skip }) => {
  const build = await acceptedBuild();
  skip(build !== still.build, `the accepted pictures are by ${build}, and this is ${still.build}`);
  const unseen = new Set(await acceptedNames());
  const differences: string[] = [];
  await takeSheets({
    browser: still.browser,
    wanted: ({ compared }) => compared,
    async onSheet(sheet, again) {
      unseen.delete(sheet.view.name);
      // What only a browser short of time drew is no difference; what changed looks so every time.
      if ((await differencesOf(sheet)).length > 0)
        differences.push(...(await differencesOf(await steadySheet(sheet, again))));
    },
  });
  for (const name of unseen) differences.push(`${name}: was accepted, and there is no such view any more`);
  expect(differences, advice).toEqual([]);
});

async function differencesOf(sheet: Sheet): Promise<string[]> {
  const { name } = sheet.view;
  const accepted = await readAccepted(name);
  const difference = accepted
    ? await compareSheet(sheet, accepted)
    : { words: ['there is no accepted picture of it'] };
  if (!difference) return [];
  await writeFailure(sheet, accepted, difference);
  return difference.words.map((words) => `${name}: ${words}`);
}

async function writeFailure(sheet: Sheet, accepted: Uint8Array | undefined, { picture }: Difference) {
  const file = join(failures, sheet.view.name);
  await mkdir(failures, { recursive: true });
  await writeFile(`${file}.actual.png`, sheet.image);
  if (accepted) await writeFile(`${file}.expected.webp`, accepted);
  if (picture) await writeFile(`${file}.difference.png`, picture);
}
