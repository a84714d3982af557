import { execFileSync } from 'node:child_process';
import esbuild from 'rollup-plugin-esbuild';

// One line per publishable package: each source module stays its own file, so that what is not imported is not loaded.
export default [
  library('packages/contract', ['src/index.ts', 'src/curves/index.ts']),
  library('packages/client', ['src/index.ts'], [contractTypes()]),
  library('packages/widgets', widgetEntries(), [scriptTag()]),
];

/** @returns {import('rollup').RollupOptions} */
function library(directory, entries, plugins = []) {
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
    plugins: [esbuild({ target: 'es2022', tsconfig: false }), declarations(directory), ...plugins],
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

/** The client's own declarations in the place of the contract's, which need zod. */
function contractTypes() {
  return {
    name: 'contract-types',
    closeBundle: {
      sequential: true,
      order: 'post',
      handler() {
        execFileSync(process.execPath, ['packages/client/build/contract-types.ts'], { stdio: 'inherit' });
      },
    },
  };
}

function widgetEntries() {
  const widgets = ['rank-card', 'leaderboard', 'reward-list', 'activity'].map(
    (name) => `src/components/${name}`,
  );
  const entries = widgets.flatMap((path) => [`${path}/${path.split('/').at(-1)}.ts`, `${path}/define.ts`]);
  return ['src/index.ts', 'src/define.ts', ...entries];
}

/** The script tag's one file beside the modules. */
function scriptTag() {
  return {
    name: 'script-tag',
    closeBundle() {
      execFileSync(process.execPath, ['packages/widgets/build/main.ts'], { stdio: 'inherit' });
    },
  };
}
