import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Step, StepOutcome } from '../step.ts';
import { projectRoot, run, toolPath } from '../tools.ts';
import { countReport } from '../vitest/count-report.ts';
import { readReport, REPORT_VARIABLE } from '../vitest/report.ts';

/** Everything that vitest runs: units, SQL, races, and the API over HTTP. */
export const unitTests: Step = { name: 'vitest', run: () => runVitest([]) };

const reporter = join(projectRoot, 'packages', 'tooling', 'src', 'vitest', 'reporter.ts');

/** Runs vitest with these options, its own output on ours, and counts what it reports. */
export async function runVitest(options: string[]): Promise<StepOutcome> {
  const directory = await mkdtemp(join(tmpdir(), 'wee5-report-'));
  const file = join(directory, 'report.json');
  try {
    const code = await run(
      process.execPath,
      [toolPath('vitest'), 'run', '--reporter=default', `--reporter=${reporter}`, ...options],
      { env: { [REPORT_VARIABLE]: file } },
    );
    return countReport('vitest', await readReport(file), code);
  } finally {
    await rm(directory, { recursive: true, force: true });
  }
}
