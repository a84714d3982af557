import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { installPacked } from '../packed-packages.ts';
import type { Step } from '../step.ts';
import { run, toolPath } from '../tools.ts';

/** Packs what would be published and uses it the way a stranger's project does: plain Node, and `tsc`. */
export const packages: Step = {
  name: 'packages',
  async run() {
    const consumer = await mkdtemp(join(tmpdir(), 'wee5-consumer-'));
    try {
      await installPacked(consumer);
      // pnpm names the Node that started it: the oldest one that has to work.
      const node = process.env['npm_node_execpath'] ?? process.execPath;
      const imports = await run(node, [join(consumer, 'consumer.mjs')]);
      const checked = await run(process.execPath, [toolPath('typescript', 'tsc'), '-p', consumer]);
      const failures = [
        ...(imports === 0 ? [] : [`a packed package cannot be imported by ${node}`]),
        ...(checked === 0 ? [] : ['the type declarations of a packed package do not hold']),
      ];
      return {
        passed: failures.length === 0 ? 1 : 0,
        failures: failures.length === 0 ? [] : [failures.join('; ')],
        skipped: [],
      };
    } finally {
      await rm(consumer, { recursive: true, force: true });
    }
  },
};
