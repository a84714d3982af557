import { spawn } from 'node:child_process';

/**
 * Ends the server and removes its directory when this process is gone, however it ended: even SIGKILL closes the
 * pipe that the guard waits on. The guard reads the server's id from its pid file, so it holds across restarts.
 */
const SCRIPT = `
cat >/dev/null
pid=$(head -n 1 "$1/$2" 2>/dev/null)
if [ -n "$pid" ]; then
  kill -QUIT "$pid" 2>/dev/null
  tries=0
  while kill -0 "$pid" 2>/dev/null && [ "$tries" -lt 100 ]; do sleep 0.1; tries=$((tries + 1)); done
fi
rm -rf "$1"
`;

/** Guards the directory of a server whose pid file is in it; the returned function lets the guard go. */
export function guardDirectory(directory: string, pidFile = 'data/postmaster.pid'): () => void {
  const guard = spawn('/bin/sh', ['-c', SCRIPT, 'wee5-server-guard', directory, pidFile], {
    // Its own session: Ctrl-C in the terminal must not end the guard before its work.
    detached: true,
    stdio: ['pipe', 'ignore', 'ignore'],
    cwd: '/',
  });
  guard.unref();
  // At run time the pipe is a socket, and an open one would keep this process alive.
  (guard.stdin as unknown as { unref(): void }).unref();
  return () => guard.kill('SIGKILL');
}
