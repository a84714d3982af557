import { createDatabaseFunctions, type Award } from '../../src/database/functions.ts';
import { hearsEverything } from '../../src/database/hears-everything.ts';
import type { Database } from '../../src/database/port.ts';
import { MemoryMarks } from '../../src/marks/memory.ts';
import { Metrics } from '../../src/metrics.ts';
import { createPipeline } from '../../src/pipeline/index.ts';
import { sign } from '../support/sign.ts';
import { configurationOf, createClock, createMemoryLog, secret } from './support.ts';

/** The path on a database that answers as it is told, and counts what it was asked. */
export function createScriptedPath() {
  const clock = createClock();
  const { log, lines } = createMemoryLog();
  const calls: { fn: string; args: Record<string, unknown> }[] = [];
  const answers: Record<string, (args: Record<string, unknown>) => unknown> = {
    ensure_communities: ({ community_ids: ids }) => (ids as string[]).map((id) => configurationOf(id)),
    award_xp: ({ awards }) =>
      (awards as Award[]).map(({ xp }) => ({
        outcome: 'awarded',
        xpAwarded: xp,
        receipt: null,
        xp,
        level: 0,
        previousLevel: 0,
      })),
    quarantine_event: () => null,
    touch_members: () => 1,
    save_memberships: ({ memberships }) => (memberships as unknown[]).length,
    take_back: ({ take_backs: words }) =>
      (words as unknown[]).map(() => ({ outcome: 'reversed', change: -1 })),
  };
  const database: Database = {
    name: 'scripted',
    call: async <Result>(fn: string, args: Record<string, unknown>) => {
      calls.push({ fn, args });
      return (await answers[fn]?.(args)) as Result;
    },
    listen: async () => hearsEverything(async () => undefined),
    close: async () => undefined,
  };
  const marks = new MemoryMarks({ now: clock.now });
  const pipeline = createPipeline({
    database: createDatabaseFunctions(database),
    marks,
    secrets: [secret],
    now: clock.now,
    log,
    metrics: new Metrics(),
    communityDefaults: { visibility: 'public', levelThresholds: [100] },
  });
  const receive = (text: string) => {
    const body = Buffer.from(text);
    return pipeline.receive({ headers: { ...sign(body, secret, clock.now()) }, body });
  };
  const callsTo = (fn: string) => calls.filter((call) => call.fn === fn);
  return { pipeline, receive, answers, calls, callsTo, marks, lines };
}
