import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { checkStep, projectRoot } from '../tools.ts';

/** The whole tree, then each package with a configuration of its own (one that runs in browsers). */
export const types = checkStep('types', () =>
  ['tsconfig.json', ...ownConfigurations()].map((project) => ({
    tool: 'typescript',
    command: 'tsc',
    options: ['--noEmit', '-p', project],
  })),
);

function ownConfigurations(): string[] {
  return readdirSync(join(projectRoot, 'packages'))
    .map((name) => join('packages', name, 'tsconfig.json'))
    .filter((path) => existsSync(join(projectRoot, path)));
}
