import { join } from 'node:path';
import { SampleApi } from '../../../widgets/testing/sample-api.ts';
import type { StepOutcome } from '../step.ts';
import { installTemplates, RegistryUnreachable } from './fresh-workspace.ts';
import { lookAt } from './look.ts';
import { pnpm, type PackedPackage } from './pack.ts';
import { serveFolder, serveNext } from './serve.ts';
import { checkFrameworkTypes } from './framework-types.ts';

/** Set by CI, where half a minute more is well spent. */
export const ALL_VARIABLE = 'WEE5_ALL_PROJECTS';
const slow = new Set(['next', 'types']);

type Try = (folder: string, api: SampleApi) => Promise<void>;

const projects: Record<string, Try> = {
  vite: async (folder, api) => {
    await pnpm(['run', 'build'], { cwd: folder });
    await usingPage(await serveFolder(join(folder, 'dist')), (url) =>
      lookAt(`${url}/?api=${api.url}`, async (page) => {
        await page.waitForFunction(`document.querySelector('output').textContent === 'Maya Chen leads'`);
      }),
    );
  },
  'script-tag': async (folder, api) => {
    await usingPage(await serveFolder(folder), (url) => lookAt(`${url}/?api=${api.url}`, async () => {}));
  },
  types: (folder) => checkFrameworkTypes(folder),
  next: async (folder, api) => {
    await pnpm(['run', 'build'], { cwd: folder, env: { NEXT_TELEMETRY_DISABLED: '1' } });
    await usingPage(await serveNext(folder), async (url) => {
      const address = `${url}/?api=${api.url}`;
      const html = await (await fetch(address)).text();
      for (const part of ['<wee5-rank-card user="user_maya" style="display:block;min-height:', 'Top five'])
        if (!html.includes(part)) throw new Error(`The server’s HTML has no ${part}`);
      await lookAt(address, async (page) => {
        await page.waitForFunction(`document.querySelector('output').textContent === 'user_maya'`);
      });
    });
  },
};

/** Uses the packed packages in fresh projects that get everything else from the registry, and looks at their pages. */
export async function tryFreshProjects(directory: string, packed: PackedPackage[]): Promise<StepOutcome> {
  const outcome: StepOutcome = { passed: 0, failures: [], skipped: [] };
  const all = Object.keys(projects);
  const names = process.env[ALL_VARIABLE] ? all : all.filter((name) => !slow.has(name));
  skip(
    outcome,
    all,
    (name) => !names.includes(name) && `it is slow; set ${ALL_VARIABLE}=1 to try it as CI does`,
  );
  const home = join(directory, 'fresh');
  try {
    await installTemplates(home, { names, packed });
  } catch (error) {
    if (!(error instanceof RegistryUnreachable)) throw error;
    skip(outcome, names, () => 'the npm registry cannot be reached; run this again with a network');
    return outcome;
  }
  for (const name of names) await tryOne(name, join(home, name), outcome);
  return outcome;
}

function skip(outcome: StepOutcome, names: string[], why: (name: string) => string | false): void {
  for (const name of names) {
    const reason = why(name);
    if (reason) outcome.skipped.push({ name: `a fresh ${name} project`, reason });
  }
}

async function tryOne(name: string, folder: string, outcome: StepOutcome): Promise<void> {
  const api = await SampleApi.start();
  const startedAt = performance.now();
  try {
    await projects[name]?.(folder, api);
    outcome.passed++;
    console.log(`a fresh ${name} project works (${((performance.now() - startedAt) / 1000).toFixed(1)} s)`);
  } catch (error) {
    console.error(error);
    outcome.failures.push(`a fresh ${name} project: ${String(error).split('\n')[0]}`);
  } finally {
    await api.close();
  }
}

async function usingPage(
  { url, stop }: { url: string; stop: () => Promise<void> },
  use: (url: string) => Promise<void>,
): Promise<void> {
  try {
    await use(url);
  } finally {
    await stop();
  }
}
