import { mkdtemp, mkdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { checkConsumer, checkManifest, checkTarball, type Complaint } from '../packed/check.ts';
import { makeConsumer } from '../packed/consumer.ts';
import { tryFreshProjects } from '../packed/fresh-projects.ts';
import { tryNextExample } from '../packed/next-example.ts';
import { packPackages, type PackedPackage } from '../packed/pack.ts';
import type { Step, StepOutcome } from '../step.ts';

/** Packs what would be published and uses it the way strangers do: plain Node, `tsc`, and projects of their own. */
export const packages: Step = {
  name: 'packages',
  async run() {
    const directory = await mkdtemp(join(tmpdir(), 'wee5-packed-'));
    try {
      const packed = await packPackages(directory);
      const complaints = await check(directory, packed);
      const failures = complaints.filter((complaint) => complaint !== undefined);
      const tried = await tryFreshProjects(directory, packed);
      const example = await tryNextExample(directory, packed);
      return together({ passed: complaints.length - failures.length, failures, skipped: [] }, tried, example);
    } finally {
      await rm(directory, { recursive: true, force: true });
    }
  },
};

async function check(directory: string, packed: PackedPackage[]): Promise<Complaint[]> {
  const consumer = join(directory, 'consumer');
  await mkdir(consumer);
  await makeConsumer(consumer, packed);
  const complaints = await checkConsumer(consumer);
  for (const one of packed) {
    complaints.push(...(await checkManifest(one, consumer)), ...(await checkTarball(one)));
  }
  return complaints;
}

function together(...outcomes: StepOutcome[]): StepOutcome {
  return {
    passed: outcomes.reduce((sum, { passed }) => sum + passed, 0),
    failures: outcomes.flatMap(({ failures }) => failures),
    skipped: outcomes.flatMap(({ skipped }) => skipped),
  };
}
