// Started by reporter.test.ts as a process of its own: a vitest inside a vitest would share its state.
import { runVitest } from '../../src/steps/unit-tests.ts';

const outcome = await runVitest(process.argv.slice(2));
process.stdout.write(`\n${JSON.stringify(outcome)}\n`);
