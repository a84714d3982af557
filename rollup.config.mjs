import { execFileSync } from 'node:child_process';
import esbuild from 'rollup-plugin-esbuild';

// One line per publishable package: each source module stays its own file, so that what is not imported is not loaded.
export default [library('packages/contract', ['src/index.ts', 'src/curves/index.ts'])];

/** @returns {import('rollup').RollupOptions} */
function library(directory, entries) {
  return {
    input: entries.map((entry) => `${directory}/${entry}`),
    output: {
      dir: `${directory}/dist`,
      format: 'es',
      preserveModules: true,
      preserveModulesRoot: `${directory}/src`,
    },
    // Relative imports are the package's own; everything else is a dependency its user installs.
    external: (id) => !id.startsWith('.') && !id.startsWith('/') && !/^[A-Z]:/.test(id),
    plugins: [esbuild({ target: 'es2022', tsconfig: false }), declarations(directory)],
  };
}

/** The compiler writes the .d.ts files; the bundler only strips types. */
function declarations(directory) {
  return {
    name: 'declarations',
    closeBundle() {
      execFileSync('tsc', ['-p', `${directory}/tsconfig.build.json`], { stdio: 'inherit' });
    },
  };
}
