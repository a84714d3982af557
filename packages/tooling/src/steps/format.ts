import { checkStep } from '../tools.ts';

export const format = checkStep('format', () => [
  { tool: 'prettier', options: ['--check', '--log-level=warn', '.'] },
]);
