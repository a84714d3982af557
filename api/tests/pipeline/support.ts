import { DEFAULT_RULES } from '@wee5/contract';
import { pino } from 'pino';
import type { Configuration } from '../../src/database/functions.ts';
import { DatabaseError, type DatabaseErrorKind } from '../../src/database/port.ts';
import type { Logger } from '../../src/logger.ts';
import type { Activity } from '../../src/pipeline/activity.ts';

export const secret = 'ws_0123456789abcdef0123456789abcdef';

/** A minute after the recorded payloads. */
export const now = new Date('2026-11-20T18:05:00.000Z');

/** A clock that stands still until it is moved. */
export function createClock(start = now) {
  let time = start.getTime();
  return { now: () => new Date(time), advance: (ms: number) => void (time += ms) };
}

/** A real logger whose lines can be read. */
export function createMemoryLog(): { log: Logger; lines: { level: number; msg: string; err?: unknown }[] } {
  const lines: { level: number; msg: string; err?: unknown }[] = [];
  const log = pino({ level: 'trace' }, { write: (line: string) => void lines.push(JSON.parse(line)) });
  return { log, lines };
}

export function failure(kind: DatabaseErrorKind): DatabaseError {
  return new DatabaseError(`a ${kind} failure`, { kind });
}

export function configurationOf(communityId: string, changes: Partial<Configuration> = {}): Configuration {
  return {
    communityId,
    version: 1,
    chatXp: 15,
    replyXp: 20,
    reactionXp: 5,
    cooldownSeconds: 60,
    rules: DEFAULT_RULES,
    ...changes,
  };
}

export function activityOf(changes: Partial<Activity> = {}): Activity {
  return {
    communityId: 'biz_1',
    userId: 'user_1',
    type: 'chat',
    key: 'chat:post_1',
    at: new Date('2026-11-20T18:04:05.000Z'),
    username: 'anad',
    displayName: 'Ana Duarte',
    experienceId: 'exp_1',
    counterpartId: null,
    contentLength: 12,
    ...changes,
  };
}

/** A promise and the hands on it. */
export function createGate<Value = void>() {
  let open!: (value: Value) => void;
  let fail!: (error: unknown) => void;
  const passed = new Promise<Value>((resolve, reject) => {
    open = resolve;
    fail = reject;
  });
  return { passed, open, fail };
}

/** Lets everything that is ready run. */
export function settle(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
