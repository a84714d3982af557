import fs from 'node:fs';
import { PGlite } from '@electric-sql/pglite';
import { NodeFS } from '@electric-sql/pglite/nodefs';

/** The parts of the WASM module's file system that are patched; PGlite does not type them. */
interface NodeFileSystem {
  stream_ops: { fsync?: (stream: { nfd: number }) => void };
  tryFSOperation(operation: () => void): void;
}

/**
 * PGlite's Node file system, with an `fsync` that reaches the disk.
 *
 * PGlite's own has none and Postgres inside runs with fsync off: a commit then survives the process but not a
 * power cut, and Wee5 acknowledges webhooks because they are committed.
 */
export class DurableNodeFS extends NodeFS {
  override async init(...args: Parameters<NodeFS['init']>): ReturnType<NodeFS['init']> {
    const { emscriptenOpts } = await super.init(...args);
    const addFsync = (module: { NODEFS: unknown }) => patch(module.NODEFS as NodeFileSystem);
    return { emscriptenOpts: { ...emscriptenOpts, preRun: [...(emscriptenOpts.preRun ?? []), addFsync] } };
  }
}

/** PGlite's start parameters with fsync on; `fdatasync`, the usual method, does nothing in WASM. */
export const durableStartParams = [
  ...PGlite.defaultStartParams.filter((parameter) => parameter !== '-F'),
  '-c',
  'wal_sync_method=fsync',
];

function patch(nodeFs: NodeFileSystem): void {
  nodeFs.stream_ops.fsync = ({ nfd }) => nodeFs.tryFSOperation(() => syncDescriptor(nfd));
}

function syncDescriptor(descriptor: number): void {
  // Windows cannot sync a directory, and does not need to.
  if (process.platform === 'win32' && fs.fstatSync(descriptor).isDirectory()) return;
  fs.fsyncSync(descriptor);
}
