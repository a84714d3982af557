import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, it } from 'vitest';

const home = join(import.meta.dirname, '..');
const readme = await readFile(join(home, 'README.md'), 'utf8');
const tsc = join(home, 'node_modules/typescript/bin/tsc');

it('has at most 150 lines', () => {
  expect(readme.trimEnd().split('\n').length).toBeLessThanOrEqual(150);
});

it('has examples that compile', async () => {
  const examples = [...readme.matchAll(/```tsx\n([^]*?)```/g)].map(([, code = '']) => code);
  expect(examples.length).toBeGreaterThanOrEqual(3);
  // Inside the package, where its name and its dependencies are found.
  const directory = await mkdtemp(join(home, 'node_modules/.readme-'));
  try {
    const config = { extends: join(home, 'tsconfig.json'), include: ['*.tsx'], exclude: [] };
    await writeFile(join(directory, 'tsconfig.json'), JSON.stringify(config));
    await Promise.all(examples.map((code, index) => writeFile(join(directory, `${index}.tsx`), code)));
    const run = promisify(execFile)(process.execPath, [tsc, '-p', directory]);
    await expect(run.catch(({ stdout }: { stdout: string }) => stdout)).resolves.toMatchObject({
      stdout: '',
    });
  } finally {
    await rm(directory, { recursive: true });
  }
});
