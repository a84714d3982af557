import type { ActivityType, EffortBank, Rules, XpRange } from '@wee5/contract';

/** Every rule of a source, whatever the source. */
export interface SourceRule {
  xp?: number | XpRange | undefined;
  xpPerUnit?: number | undefined;
  currency?: string | undefined;
  minLength?: number | undefined;
  newcomerBonus?: { xp: number; withinDays: number } | undefined;
  cooldownSeconds?: number | undefined;
  effortBank?: EffortBank | undefined;
  dailyCap?: number | undefined;
  weeklyCap?: number | undefined;
}

/** What the rules say about a source; undefined where they say nothing. */
export function ruleOf({ sources, events }: Rules, type: ActivityType): SourceRule | undefined {
  if (!isEvent(type)) return sources[type];
  const name = type.slice('event.'.length);
  // A source may be called like something every object has.
  return Object.hasOwn(events, name) ? events[name] : undefined;
}

function isEvent(type: ActivityType): type is `event.${string}` {
  return type.startsWith('event.');
}
