import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { packageRoot } from '../../src/project.ts';

/** What the compiler says about these modules, by their names; nothing where all is well. */
export async function complaintsAbout(modules: Record<string, string>): Promise<string> {
  // Inside the package, where the packages that they import are found.
  const directory = await mkdtemp(join(packageRoot, 'node_modules/.examples-'));
  try {
    const config = {
      extends: join(packageRoot, 'tsconfig.json'),
      compilerOptions: { noUnusedLocals: false, noUnusedParameters: false },
      include: ['*.ts', '*.tsx'],
      exclude: [],
    };
    await writeFile(join(directory, 'tsconfig.json'), JSON.stringify(config));
    for (const [name, code] of Object.entries(modules)) await writeFile(join(directory, name), code);
    const compiler = join(packageRoot, 'node_modules/typescript/bin/tsc');
    return await promisify(execFile)(process.execPath, [compiler, '-p', directory]).then(
      ({ stdout }) => stdout,
      ({ stdout }: { stdout: string }) => stdout,
    );
  } finally {
    await rm(directory, { recursive: true });
  }
}
