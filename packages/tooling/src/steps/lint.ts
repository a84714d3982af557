import { checkStep } from '../tools.ts';

export const lint = checkStep('lint', () => [
  { tool: 'oxlint', options: ['--type-aware', '--deny-warnings'] },
]);
