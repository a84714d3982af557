import { execFileSync } from 'node:child_process';
import { chmod, chown, cp, mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { findBinaries } from '../../src/postgres/binaries.ts';
import { findNativeDirectory, makeReachable } from '../../src/postgres/embedded.ts';
import { findFreePort } from '../../src/servers/free-port.ts';
import { Postmaster } from '../../src/postgres/postmaster.ts';
import { findServerUser } from '../../src/postgres/server-user.ts';

describe('what can go wrong around the server', () => {
  const user = findServerUser();
  let directory: string;

  beforeEach(async () => {
    directory = await mkdtemp('/tmp/wee5-tooling-');
    if (user) await chown(directory, user.uid, user.gid);
  });
  afterEach(() => rm(directory, { recursive: true, force: true }));

  it("rejects with the server's log when it cannot start", async () => {
    const { directory: binaries } = await findBinaries(user, directory);
    const postmaster = new Postmaster({ binaries, directory, user, durable: true });
    await expect(postmaster.start(await findFreePort())).rejects.toThrow(
      /stopped while starting\. Its log:\n.*could not access directory/s,
    );
  });

  it('copies the binaries that npm installed where the unprivileged user cannot reach them', async (context) => {
    context.skip(!user, 'only root runs the server as another user');
    const closed = await mkdtemp('/tmp/wee5-closed-');
    try {
      const native = join(closed, 'native');
      await cp(findNativeDirectory(), native, { recursive: true, verbatimSymlinks: true });
      await chmod(closed, 0o700);
      const reachable = await makeReachable(native, user, directory);
      expect(reachable).toBe(join(directory, 'native', 'bin'));
      expect(run(join(reachable, 'initdb'), ['--version'])).toContain('(PostgreSQL)');
    } finally {
      await rm(closed, { recursive: true, force: true });
    }
  });

  it('uses them in place where it can', async () => {
    const closedToNobody = join(directory, 'native');
    await cp(findNativeDirectory(), closedToNobody, { recursive: true, verbatimSymlinks: true });
    if (user) execFileSync('chown', ['-R', `${user.uid}:${user.gid}`, closedToNobody]);
    expect(await makeReachable(closedToNobody, user, directory)).toBe(join(closedToNobody, 'bin'));
  });

  function run(file: string, options: string[]): string {
    return execFileSync(file, options, { ...user, cwd: '/', encoding: 'utf8' });
  }
});
