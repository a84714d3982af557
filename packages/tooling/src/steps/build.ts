import { checkStep } from '../tools.ts';

export const build = checkStep('build', () => [
  { tool: 'rollup', options: ['--config', 'rollup.config.mjs', '--silent'] },
]);
