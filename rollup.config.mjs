import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import esbuild from 'rollup-plugin-esbuild';
import { foldMarkup, minifyLiterals } from './packages/widgets/build/minify-literals.ts';

/** What Rollup says about the directives that `clientDirective` puts back. */
const directiveLogs = new Set(['MODULE_LEVEL_DIRECTIVE', 'SOURCEMAP_ERROR']);

// One line per publishable package: each source module stays its own file, so that what is not imported is not loaded.
export default [
  library('packages/contract', ['src/index.ts', 'src/curves/index.ts']),
  library('packages/client', ['src/index.ts'], [contractTypes()]),
  library('packages/widgets', widgetEntries(), [shortLiterals(), widgetExtras()]),
  library('packages/react', ['src/index.ts']),
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
      banner: clientDirective,
    },
    // Relative imports are the package's own; everything else is a dependency its user installs.
    external: (id) => !id.startsWith('.') && !id.startsWith('/') && !/^[A-Z]:/.test(id),
    onLog: (level, log, handle) => directiveLogs.has(log.code) || handle(level, log),
    plugins: [esbuild({ target: 'es2022', tsconfig: false }), declarations(directory), ...plugins],
  };
}

/** Rollup drops directives, and React's server components need this one where the source has it. */
function clientDirective({ facadeModuleId }) {
  const isClient = facadeModuleId && readFileSync(facadeModuleId, 'utf8').startsWith("'use client'");
  return isClient ? "'use client';" : '';
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

/** Every folder of a component is two entries: its class, and the module that defines its tag. */
function widgetEntries() {
  const names = readdirSync('packages/widgets/src/components');
  const entries = names.flatMap((name) => [`${name}/${name}.ts`, `${name}/define.ts`]);
  return [
    'src/index.ts',
    'src/define.ts',
    'src/config.ts',
    ...entries.map((path) => `src/components/${path}`),
  ];
}

/** No minifier of a page looks into the styles and the markup of templates. */
function shortLiterals() {
  return {
    name: 'short-literals',
    /** @param {string} code */
    transform: (code) => minifyLiterals(code, foldMarkup),
  };
}

/** The script tag's files beside the modules, and what editors and frameworks read. */
function widgetExtras() {
  return {
    name: 'widget-extras',
    closeBundle() {
      for (const script of ['main.ts', 'describe.ts'])
        execFileSync(process.execPath, [`packages/widgets/build/${script}`], { stdio: 'inherit' });
    },
  };
}
