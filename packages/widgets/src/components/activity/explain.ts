import type { ActivityEntry } from '@wee5/client';
import type { Language } from '../../messages/language.ts';
import { moreWords } from '../../messages/more-words.ts';
import { formula, valueOf, type Receipt } from './formula.ts';
import { numbersOf } from './numbers.ts';

type EntryReceipt = Extract<ActivityEntry['receipt'], { reason: unknown }>;

/** An entry in words. */
export interface Explained {
  /** What it was: `Chat message`. */
  title: string;
  /** Why it was worth that: `12 × 1.5 weekend`; null where there is nothing to say. */
  why: string | null;
}

const takes = {
  adjustment: ['given', 'taken'],
  reversal: ['givenBack', 'takenBack'],
  reset: ['resetUndone', 'reset'],
} as const;

/**
 * Says an entry from the parts of its receipt, in the widget's language. A receipt that it does not know, of an API
 * newer than the page, is said in the API's own words.
 */
export function explain(entry: ActivityEntry, language: Language): Explained {
  const { sources } = moreWords(language).activity;
  if (isChange(entry.type)) {
    const [given, taken] = takes[entry.type];
    return { title: sources[entry.xp > 0 ? given : taken], why: reasonOf(entry, language) };
  }
  return { title: sourceOf(entry.type, sources), why: whyOf(entry, language) };
}

function isChange(type: string): type is keyof typeof takes {
  return Object.hasOwn(takes, type);
}

/** A creator's own source is called by its name: `event.live-call` → `Live call`. */
function sourceOf(type: string, sources: Record<string, string>): string {
  if (Object.hasOwn(sources, type)) return sources[type]!;
  const name = type
    .replace(/^event\./, '')
    .replaceAll(/[-_]+/g, ' ')
    .trim();
  return name.charAt(0).toUpperCase() + name.slice(1);
}

/** The creator's words, or the widget's own for what Whop reported. */
function reasonOf({ receipt }: ActivityEntry, language: Language): string | null {
  const { because, joined, part } = moreWords(language).activity;
  const { reason, share } = receipt as EntryReceipt;
  const known = Object.entries(because).find(([name]) => name === reason)?.[1];
  const isPart = share !== undefined && share > 0 && share < 1;
  return (
    joined([known ?? reason, isPart && part(share * 100)].filter((each): each is string => !!each)) || null
  );
}

function whyOf(entry: ActivityEntry, language: Language): string | null {
  const { activity } = moreWords(language);
  const receipt = entry.receipt as Receipt;
  if (typeof receipt.base !== 'number' || !Array.isArray(receipt.multipliers)) return entry.summary;
  const steps = formula(entry.type, receipt, language);
  if (entry.refusal === 'repeat') return activity.none(steps);
  if (entry.refusal !== null) {
    const why = refusalWords(entry.refusal, receipt, language);
    return why ? activity.none(why) : entry.summary;
  }
  const whole = valueOf(receipt);
  const clipped = clipWords(receipt, language);
  const { plain } = numbersOf(language);
  const isPlain = steps === plain(whole);
  if (!clipped || entry.xp >= whole) return isPlain ? null : steps;
  return activity.clipped(entry.xp, isPlain ? steps : `${plain(whole)} (${steps})`, clipped);
}

function refusalWords(refusal: string, receipt: Receipt, language: Language): string | undefined {
  const { why } = moreWords(language).activity;
  const { cooldownLeft, minLength } = receipt;
  switch (refusal) {
    case 'cooldown':
      return why.cooldown(
        cooldownLeft === undefined ? undefined : numbersOf(language).duration(cooldownLeft),
      );
    case 'too-short':
      return why['too-short'](minLength);
    case 'cap':
    case 'bank':
      return clipWords(receipt, language);
    case 'source-off':
    case 'no-xp-experience':
    case 'no-xp-member':
      return why[refusal];
    default:
      return undefined;
  }
}

/** What took something away, if a cap or bank did. */
function clipWords({ cap, bank }: Receipt, language: Language): string | undefined {
  const { why } = moreWords(language).activity;
  if (cap) return why.cap[cap.of]?.[cap.period]?.(cap.limit);
  return bank && why.bank;
}
