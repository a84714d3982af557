import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { createProgram } from '../../src/cli/program.ts';
import { projectRoot } from '../deploy/dockerfile.ts';

it('is told in the README command by command', () => {
  const readme = readFileSync(join(projectRoot, 'README.md'), 'utf8');
  const [list = ''] = /(?<=wee5 …`: )[^.]+/.exec(readme) ?? [];
  const told = [...list.matchAll(/`([\w-]+)`/g)].map(([, name]) => name);
  expect(told).toEqual(createProgram().commands.map((command) => command.name()));
});
