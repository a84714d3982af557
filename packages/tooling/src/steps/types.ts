import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { checkStep, projectRoot } from '../tools.ts';

/** The whole tree, then each part with a configuration of its own (one that runs in browsers). */
export const types = checkStep('types', () =>
  ['tsconfig.json', ...ownConfigurations()].map((project) => ({
    tool: 'typescript',
    command: 'tsc',
    options: ['--noEmit', '-p', project],
  })),
);

function ownConfigurations(): string[] {
  const packages = readdirSync(join(projectRoot, 'packages')).map((name) => join('packages', name));
  // Next checks the types of its example when it builds it, where it is installed.
  return [...packages, join('examples', 'vite')]
    .map((folder) => join(folder, 'tsconfig.json'))
    .filter((path) => existsSync(join(projectRoot, path)));
}
