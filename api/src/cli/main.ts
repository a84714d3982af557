import { reportFailure } from '../stop-on-signal.ts';
import { createProgram } from './program.ts';

await createProgram().parseAsync().catch(reportFailure);
