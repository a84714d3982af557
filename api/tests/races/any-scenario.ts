import { rulesSchema, type ConfigDocument, type Rules } from '@wee5/contract';
import * as fc from 'fast-check';
import { anyPlainXp, anyRules } from '../preview/arbitraries.ts';
import { plainDocument } from '../support/plain-document.ts';
import { anySteps, toHappenings, type Happening } from './any-happenings.ts';

/**
 * `cooling`: whatever binds, and what counts once may come at several times. `bounded`: the same without cooldowns and
 * with each thing at one time. `free`: nothing binds, nothing is taken back. `reversed`: nothing binds, but payments and
 * memberships are taken back.
 */
export type Kind = 'cooling' | 'bounded' | 'free' | 'reversed';

export interface Scenario {
  kind: Kind;
  document: ConfigDocument;
  /** The zone that follows UTC, and hours after the first activity from when on. */
  border: { timeZone: string; hours: number };
  happenings: Happening[];
  /** What is previewed, and saved, when all is over. */
  tried: ConfigDocument;
}

const policy = fc.constantFrom('take' as const, 'keep' as const);
const anyDocument = fc
  .record({
    plain: anyPlainXp,
    rules: anyRules,
    takeBack: fc.record({ refund: policy, dispute: policy, deactivation: policy }),
    graceHours: fc.constantFrom(0, 3),
    demotion: fc.constantFrom('follow' as const, 'keep' as const),
    xpPerLevel: fc.constantFrom(7, 30, 200),
    doubled: fc.boolean(),
  })
  .map(({ plain, rules, takeBack, graceHours, demotion, xpPerLevel, doubled }): ConfigDocument => ({
    ...plainDocument,
    ...plain,
    timeZone: 'UTC',
    demotion,
    curve: { kind: 'linear', xpPerLevel },
    rules: {
      ...rules,
      takeBack,
      streaks: { ...rules.streaks, graceHours },
      // An event that the rules do not name is refused at the door.
      events: { webinar: rules.events['webinar'] ?? { xp: 12 } },
      multipliers: doubled
        ? [...rules.multipliers, { name: 'Monday', factor: 2, ...monday() }]
        : rules.multipliers,
    },
  }));

export function anyScenario(kind: Kind): fc.Arbitrary<Scenario> {
  return fc
    .record({
      document: anyDocument,
      tried: anyDocument,
      timeZone: fc.constantFrom('Europe/Lisbon', 'America/Los_Angeles', 'Asia/Kathmandu'),
      hours: fc.integer({ min: 0, max: 30 }),
      steps: anySteps,
    })
    .map(({ document, tried, timeZone, hours, steps }) => ({
      kind,
      document: ofKind[kind](document),
      tried: { ...tried, timeZone },
      border: { timeZone, hours },
      happenings: toHappenings(steps, { from: sunday(), canRepeat: kind === 'cooling' }),
    }));
}

const ofKind: Record<Kind, (document: ConfigDocument) => ConfigDocument> = {
  cooling: (document) => ({
    ...document,
    chatXp: 15,
    replyXp: 20,
    cooldownSeconds: 60,
    rules: {
      ...document.rules,
      // Nothing else is to keep messages from meeting one another's cooldown.
      noXpExperiences: [],
      dailyCap: 500,
      weeklyCap: 2000,
      sources: {
        ...document.rules.sources,
        chat: { cooldownSeconds: 3600 },
        reply: { cooldownSeconds: 900 },
      },
    },
  }),
  bounded: (document) => {
    const { sources, ...rules } = without(['cooldownSeconds'], document.rules);
    const effortBank = { capacity: 5, refillPerHour: 7 };
    return {
      ...document,
      chatXp: 15,
      replyXp: 100,
      cooldownSeconds: 0,
      rules: {
        ...rules,
        dailyCap: Math.min(rules.dailyCap ?? 60, 60),
        repeatReactions: { withinDays: 7 },
        sources: { ...sources, reply: { effortBank } },
      },
    };
  },
  free: (document) => {
    const { rules, ...rest } = unbound(document);
    return {
      ...rest,
      rules: { ...rules, takeBack: { refund: 'keep', dispute: 'keep', deactivation: 'keep' } },
    };
  },
  reversed: (document) => {
    const { rules, ...rest } = unbound(document);
    const sources = { ...rules.sources, payment: { xpPerUnit: 10, currency: 'usd' }, membership: { xp: 25 } };
    const takeBack = { refund: 'take', dispute: 'take', deactivation: 'take' } as const;
    // A peak is the highest total in the order of booking, so a level that is kept is no matter of event time.
    return { ...rest, demotion: 'follow', rules: { ...rules, sources, takeBack } };
  },
};

function unbound(document: ConfigDocument): ConfigDocument {
  const bounds = ['cooldownSeconds', 'effortBank', 'dailyCap', 'weeklyCap', 'repeatReactions'];
  return { ...document, cooldownSeconds: 0, rules: without(bounds, document.rules) };
}

/** Rules without what has one of these names, wherever it is. */
function without(names: string[], rules: Rules): Rules {
  const kept = JSON.stringify(rules, (name, value: unknown) => (names.includes(name) ? undefined : value));
  return rulesSchema.parse(JSON.parse(kept));
}

/** Eight in the evening (UTC) of a Sunday that is at least a week ago: a day and a week end soon. */
function sunday(): Date {
  const day = new Date(Date.now() - 7 * 86_400_000);
  day.setUTCDate(day.getUTCDate() - day.getUTCDay());
  day.setUTCHours(20, 0, 0, 0);
  return day;
}

function monday(): { startsAt: string; endsAt: string } {
  const startsAt = sunday().getTime() + 4 * 3_600_000;
  return {
    startsAt: new Date(startsAt).toISOString(),
    endsAt: new Date(startsAt + 86_400_000).toISOString(),
  };
}
