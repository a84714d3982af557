import { execFileSync } from 'node:child_process';
import { readFileSync, readdirSync } from 'node:fs';

interface ProcessEntry {
  pid: number;
  parent: number;
}

/** The ids of the processes that `parent` started and that still run. */
export function childrenOf(parent: number): number[] {
  return runningProcesses()
    .filter((entry) => entry.parent === parent)
    .map((entry) => entry.pid);
}

/** Which of these processes still run. */
export function stillRunning(pids: number[]): number[] {
  const running = new Set(runningProcesses().map((entry) => entry.pid));
  return pids.filter((pid) => running.has(pid));
}

/** Every process that is not a zombie: one that nobody has reaped looks alive to `kill(pid, 0)`. */
function runningProcesses(): ProcessEntry[] {
  // A small Linux image has no `ps`.
  return process.platform === 'linux' ? readProc() : readPs();
}

function readProc(): ProcessEntry[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => {
      try {
        return parseStat(Number(name), readFileSync(`/proc/${name}/stat`, 'utf8'));
      } catch {
        return []; // It ended while we were looking.
      }
    });
}

function parseStat(pid: number, stat: string): ProcessEntry[] {
  // `pid (name) state parent …`, where the name may itself hold spaces and parentheses.
  const [state, parent] = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return state === 'Z' || state === 'X' ? [] : [{ pid, parent: Number(parent) }];
}

function readPs(): ProcessEntry[] {
  return execFileSync('ps', ['-A', '-o', 'pid=,ppid=,stat='], { encoding: 'utf8' })
    .trim()
    .split('\n')
    .map((line) => line.trim().split(/\s+/))
    .filter(([, , state]) => !state?.startsWith('Z'))
    .map(([pid, parent]) => ({ pid: Number(pid), parent: Number(parent) }));
}
