import type { RankCard } from '@wee5/client';

/** What a member can do whenever they like: nobody buys a membership because it earns now. */
const atWill = ['chat', 'reply', 'reaction', 'lesson'] as const;

/** When a member earns next. */
export interface NextEarn {
  /** 0 for now. */
  seconds: number;
  /** What has to wait, where something else earns meanwhile; undefined where nothing or everything waits. */
  source: (typeof atWill)[number] | undefined;
}

/** The soonest end of a wait. Where one source waits and another does not, the waiting one is named. */
export function nextEarn({ nextEligibleAt }: Pick<RankCard, 'nextEligibleAt'>, now: number): NextEarn {
  const waits = atWill.flatMap((source) => {
    // An answer of an API that is another version's, or no API's, may lack it.
    const at = (nextEligibleAt as RankCard['nextEligibleAt'] | null)?.[source];
    if (at === undefined) return [];
    return [{ source, seconds: at ? Math.max(0, Math.ceil((Date.parse(at) - now) / 1_000)) : 0 }];
  });
  const running = waits.filter(({ seconds }) => seconds).toSorted((a, b) => a.seconds - b.seconds);
  const [first] = running;
  if (!first) return { seconds: 0, source: undefined };
  return running.length === waits.length ? { ...first, source: undefined } : first;
}
