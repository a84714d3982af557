import { esbuildPlugin } from '@web/dev-server-esbuild';
import { defaultReporter } from '@web/test-runner';
import { chromeLauncher } from '@web/test-runner-chrome';
import { junitReporter } from '@web/test-runner-junit-reporter';
import { chromiumArguments, findChromium } from './testing/chromium.ts';
import { countReporter } from './testing/count-reporter.ts';
import { emulateMedia } from './testing/emulate-media-plugin.ts';
import { serveBuilt } from './testing/serve-built.ts';

export default {
  files: 'src/**/*.test.ts',
  rootDir: '../..',
  // With no address of its own the server would listen to the whole network.
  hostname: '127.0.0.1',
  nodeResolve: { exportConditions: ['production', 'default'] },
  concurrency: 2,
  browsers: [
    chromeLauncher({
      launchOptions: { executablePath: await findChromium(), headless: 'shell', args: chromiumArguments },
    }),
  ],
  middleware: [serveBuilt],
  plugins: [esbuildPlugin({ ts: true, target: 'es2023' }), emulateMedia],
  testFramework: { config: { ui: 'bdd', timeout: 10_000 } },
  testsFinishTimeout: 300_000,
  reporters: [
    defaultReporter({ reportTestProgress: false }),
    junitReporter({ outputPath: 'coverage/junit.xml', reportLogs: false }),
    countReporter('coverage/browser-tests.json'),
  ],
};
