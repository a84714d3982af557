// What `pnpm test` runs: every step, whatever the ones before it said, then one summary.
import { browserTests } from './steps/browser-tests.ts';
import { build } from './steps/build.ts';
import { format } from './steps/format.ts';
import { lint } from './steps/lint.ts';
import { packages } from './steps/packages.ts';
import { types } from './steps/types.ts';
import { unitTests } from './steps/unit-tests.ts';
import { runSteps } from './run-steps.ts';
import { summarize } from './summary.ts';

const NEEDED_NODE = 24;

if (Number.parseInt(process.versions.node, 10) < NEEDED_NODE) {
  console.error(
    `This is Node ${process.versions.node} and the tests need ${NEEDED_NODE}, which the project brings along: ` +
      'run `npx pnpm@10 test`, which uses it by itself.',
  );
  console.log('0 passed, 1 failed');
  process.exitCode = 1;
} else {
  const results = await runSteps([lint, format, types, build, packages, unitTests, browserTests]);
  const summary = summarize(results, `Node ${process.versions.node} on ${process.platform} ${process.arch}`);
  console.log(summary.lines.join('\n'));
  process.exitCode = summary.failed > 0 ? 1 : 0;
}
