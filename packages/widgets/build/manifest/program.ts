import { globSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { ts, type Program } from './analyzer.ts';

export const packageDirectory = fileURLToPath(new URL('../../', import.meta.url));

/** The package's sources as the analyzer's own compiler reads them: TypeScript 7 has no API to ask for types. */
export function createProgram(): Program {
  const paths = globSync('src/**/*.ts', {
    cwd: packageDirectory,
    exclude: ['**/*.test.ts', 'src/embed*.ts'],
  });
  const options = {
    target: ts.ScriptTarget.ES2022,
    module: ts.ModuleKind.ESNext,
    moduleResolution: ts.ModuleResolutionKind.Bundler,
    allowImportingTsExtensions: true,
    strict: true,
    noEmit: true,
    skipLibCheck: true,
    lib: ['lib.es2023.d.ts', 'lib.dom.d.ts', 'lib.dom.iterable.d.ts'],
    types: [],
  };
  // The analyzer walks from nodes to their parents.
  const host = ts.createCompilerHost(options, true);
  return ts.createProgram(
    paths.map((path) => packageDirectory + path),
    options,
    host,
  );
}
