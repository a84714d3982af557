import { countCodePoints } from './events/text.ts';

/**
 * A payload as JSON text that can be kept and replayed but not read: the same shape, with `•` in place of every
 * character that could be somebody's words.
 *
 * What stays is listed, and everything else goes: quarantine holds payloads of shapes we do not know, and chat
 * text under a key nobody has thought of must not be kept either.
 */
export function redact(payload: Record<string, unknown>): string {
  return JSON.stringify(blot(payload, { key: '', depth: 0, isWords: false, isPerson: false }));
}

const STRUCTURAL_KEY =
  /^(id|type|reason|status|timestamp|api_version|emoji|username|mentions)$|_(id|ids|at|date|type)$/;
const WORDS_KEY = /content|text|body|title|description|caption|subject|markdown|html|quote|preview/i;

/** No id, time or name of a kind is longer. */
const LONGEST_STRUCTURAL = 200;
/** Deeper than anything real; a nesting bomb is cut off rather than walked. */
const DEEPEST = 50;

interface Place {
  key: string;
  depth: number;
  /** Below a key that holds words, whatever its shape. */
  isWords: boolean;
  /** In an object with a username, where `name` is the member's and not, say, a file's. */
  isPerson: boolean;
}

function blot(value: unknown, place: Place): unknown {
  if (typeof value === 'string') return isKept(value, place) ? value : '•'.repeat(countCodePoints(value));
  if (typeof value !== 'object' || value === null) return value;
  if (place.depth === DEEPEST) return null;
  if (Array.isArray(value)) return value.map((item) => blot(item, { ...place, depth: place.depth + 1 }));
  const isPerson = Object.hasOwn(value, 'username');
  return Object.fromEntries(
    Object.entries(value).map(([key, child]) => {
      const isWords = place.isWords || WORDS_KEY.test(key);
      return [key, blot(child, { key, depth: place.depth + 1, isWords, isPerson })];
    }),
  );
}

function isKept(text: string, { key, isWords, isPerson }: Place): boolean {
  if (isWords || text.length > LONGEST_STRUCTURAL) return false;
  return STRUCTURAL_KEY.test(key) || (isPerson && key === 'name') || isMoney(text, key);
}

/** What was paid decides what it is worth. */
function isMoney(text: string, key: string): boolean {
  if (key === 'currency') return /^[a-z]{3}$/i.test(text);
  return /^(amount|total|usd_total)$/.test(key) && /^[\d.]+$/.test(text);
}
