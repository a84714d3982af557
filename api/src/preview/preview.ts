import { setImmediate as pause } from 'node:timers/promises';
import { levelThresholds, type ConfigDocument, type Preview } from '@wee5/contract';
import type {
  Configuration,
  DatabaseFunctions,
  PreviewedMember,
  PreviewFrame,
} from '../database/functions.ts';
import { unknownCommunity } from '../identity/authorize.ts';
import { levelShift, rewardsToUnlock } from './level-shift.ts';
import { findMovers } from './movers.ts';
import { PAGE_SIZE, pagesOf } from './pages.ts';
import { replay, type Replayed } from './replay.ts';
import { standAsReplayed, standAsTheyAre, type Levels, type Standing } from './standings.ts';

const REPLAYED_MS = 30 * 86_400_000;
/** More are not kept in memory: the newest are replayed, and the preview says so. */
const MAX_ACTIVITIES = 200_000;

export interface PreviewOptions {
  functions: Pick<
    DatabaseFunctions,
    'getPreviewFrame' | 'listMembersToPreview' | 'listReplayable' | 'listMemberships'
  >;
  communityId: string;
  /** The current version, what it says and what is to be tried. */
  version: number;
  former: ConfigDocument;
  document: ConfigDocument;
  now: Date;
  maxActivities?: number;
}

/** All that a preview tells, of every member. */
export interface Previewed {
  frame: PreviewFrame;
  replayed: Replayed;
  atOnce: Standing[];
  afterReplay: Standing[];
}

/** What a configuration would change, at once and had the last 30 days been played by it. Writes nothing. */
export async function preview(options: PreviewOptions): Promise<Preview> {
  const { communityId, version } = options;
  const previewed = await computePreview(options);
  // In a large community each of these goes through many members, and events wait meanwhile.
  await pause();
  const atOnce = tellAtOnce(options, previewed);
  await pause();
  const replayed = tellReplay(options, previewed);
  return { communityId, basedOnVersion: version, atOnce, replay: replayed };
}

function tellAtOnce(options: PreviewOptions, { atOnce, frame }: Previewed): Preview['atOnce'] {
  const rewards = changesLevels(options) ? rewardsToUnlock(atOnce.filter(hasEarned), frame.rewardLevels) : 0;
  return { ...levelShift(atOnce), rewards };
}

/** A reward comes with the first XP at the earliest. */
function hasEarned({ member }: Standing): boolean {
  return member.peakXp > 0;
}

function tellReplay({ now }: PreviewOptions, previewed: Previewed): Preview['replay'] {
  const { frame, replayed, afterReplay } = previewed;
  const risen = afterReplay.filter(({ levelBefore, levelAfter }) => levelAfter > levelBefore);
  return {
    from: new Date(frame.since).toISOString(),
    to: now.toISOString(),
    complete: frame.isComplete,
    activities: replayed.activities,
    xpBefore: sumOf(replayed.booked),
    xpAfter: sumOf(replayed.simulated),
    ...levelShift(afterReplay),
    rewards: rewardsToUnlock(risen, frame.rewardLevels),
    movers: findMovers(afterReplay),
  };
}

/** Rejects with `unknown-community` or a `DatabaseError`. */
export async function computePreview(options: PreviewOptions): Promise<Previewed> {
  const { functions, communityId, now, former, document } = options;
  const until = now.toISOString();
  const frame = await functions.getPreviewFrame({
    communityId,
    since: new Date(now.getTime() - REPLAYED_MS).toISOString(),
    until,
    maxActivities: options.maxActivities ?? MAX_ACTIVITIES,
  });
  if (!frame) throw unknownCommunity();
  const members = await loadMembers(options);
  const replayed = await replay({
    functions,
    configuration: toConfiguration(options),
    frame,
    until,
    members,
  });
  const [before, after] = [levelsOf(former), levelsOf(document)];
  const atOnce = standAsTheyAre(members, before, after);
  await pause();
  return { frame, replayed, atOnce, afterReplay: standAsReplayed(members, { replayed, before, after }) };
}

async function loadMembers({ functions, communityId }: PreviewOptions): Promise<PreviewedMember[]> {
  const members: PreviewedMember[] = [];
  const pages = pagesOf<PreviewedMember>((last) =>
    functions.listMembersToPreview(communityId, last?.userId ?? null, PAGE_SIZE),
  );
  for await (const page of pages) members.push(...page);
  return members;
}

function toConfiguration({ communityId, version, document }: PreviewOptions): Configuration {
  const { chatXp, replyXp, reactionXp, cooldownSeconds, rules } = document;
  return { communityId, version, chatXp, replyXp, reactionXp, cooldownSeconds, rules };
}

function levelsOf({ curve, topLevel, demotion }: ConfigDocument): Levels {
  return { thresholds: levelThresholds(curve, topLevel), demotion };
}

/** Rewards unlock when levels are recomputed, and they are only where they may come out differently. */
function changesLevels({ former, document }: PreviewOptions): boolean {
  return JSON.stringify(levelsOf(former)) !== JSON.stringify(levelsOf(document));
}

function sumOf(xp: Map<string, number>): number {
  return [...xp.values()].reduce((sum, each) => sum + each, 0);
}
