import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Step } from '../step.ts';
import { projectRoot, run, toolPath } from '../tools.ts';
import { countReport } from '../vitest/count-report.ts';
import { readReport } from '../vitest/report.ts';

const widgets = join(projectRoot, 'packages', 'widgets');
const reportFile = join(widgets, 'coverage', 'browser-tests.json');

/** Every state of every widget in a real Chromium: the system's, or the one inside an npm package. */
export const browserTests: Step = {
  name: 'browser',
  async run() {
    // The report of an earlier run would count for this one.
    await rm(reportFile, { force: true });
    const testRunner = toolPath('@web/test-runner', 'web-test-runner', widgets);
    const code = await run(process.execPath, [testRunner], { cwd: widgets });
    return countReport('web-test-runner', await readReport(reportFile), code);
  },
};
