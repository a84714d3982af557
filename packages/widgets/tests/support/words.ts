import { en } from '../../src/messages/en.ts';
import { enMore } from '../../src/messages/en-more.ts';
import { createFormat } from '../../src/messages/format.ts';
import { languages } from '../../src/messages/languages.ts';
import { createLateFormat, type PluralForms } from '../../src/messages/late-format.ts';

/** What a message may be told, by the kind of its parameter. */
const samples = {
  number: [0, 1, 2, 5, 11, 100, 1_000_000],
  /** A wait, or a length, that may be unknown. */
  some: [1, 2, 5, 11, 99, 100, 1_000_000, undefined],
  text: ['Ada', 'Bo'],
  duration: ['23 sec', '2 min', undefined],
  date: [30, 150, 9_000, 300_000].map((seconds) => new Date(Date.now() - seconds * 1_000)),
  yes: [true, false],
  texts: [['Ada'], ['Ada', 'Bo']],
};

type Kind = keyof typeof samples;

/** The parameters of messages that are told other things than numbers. */
const kinds: [path: RegExp, ...Kind[]][] = [
  [/^(sentence|card\.(label|earnBy|keepStreak)|board\.ends|moves\.unlocked|rewards\.progress)$/, 'text'],
  [/^(claim\.(done|unlockedOn|claimedOn|role|open)|activity\.none)$/, 'text'],
  [/^(updated|offline|stale|card\.active)$/, 'date'],
  [/^moves\.youMoved$/, 'number', 'yes'],
  [/^moves\.memberMoved$/, 'text', 'number'],
  [/^claim\.problems\.limited$/, 'some'],
  [/^activity\.clipped$/, 'number', 'text', 'text'],
  [/^activity\.repeat$/, 'number', 'yes'],
  [/^activity\.joined$/, 'texts'],
  [/^activity\.why\.cooldown$/, 'duration'],
  [/^activity\.why\.too-short$/, 'some'],
];

type Say = (...told: unknown[]) => unknown;

/** All words of a language by their paths (`card.title`), and the plural forms that they give. */
export interface Words {
  leaves: Map<string, unknown>;
  forms: PluralForms[];
}

export async function wordsOf(name: string): Promise<Words> {
  const format = createLateFormat(createFormat(name));
  const forms: PluralForms[] = [];
  const plural = (value: number, given: PluralForms) => {
    forms.push(given);
    return format.plural(value, given);
  };
  const heard = { ...format, plural };
  const { messages, more } = name === 'en' ? { messages: en, more: enMore } : await languages[name]!();
  // Both have a `card`, so that a page can name a word without knowing when it comes.
  const leaves = new Map([...leavesOf(messages(heard)), ...leavesOf(more(heard))]);
  return { leaves, forms };
}

function leavesOf(value: object, path = ''): [string, unknown][] {
  return Object.entries(value).flatMap(([key, each]: [string, unknown]): [string, unknown][] => {
    const isBranch = typeof each === 'object' && each !== null && !Array.isArray(each);
    return isBranch ? leavesOf(each, `${path}${key}.`) : [[`${path}${key}`, each]];
  });
}

/** What a word is, for comparison: `text`, `2 texts`, or what it is told. */
export function kindOf(path: string, word: unknown): string {
  if (Array.isArray(word)) return `${word.length} texts`;
  return typeof word === 'function' ? kindsOf(path, word as Say).join() : 'text';
}

function kindsOf(path: string, { length }: Say): Kind[] {
  const [, ...named] = kinds.find(([pattern]) => pattern.test(path)) ?? [path];
  return named.length ? named : Array.from({ length }, () => 'number');
}

/** What a word says when each thing it is told is another, one thing at a time; by the place of that thing. */
export function sayings(path: string, word: unknown): string[][] {
  if (typeof word !== 'function') return [[textOf(word)]];
  const given = kindsOf(path, word as Say).map((kind): readonly unknown[] => samples[kind]);
  return given.map((each, place) =>
    each.map((told) => textOf((word as Say)(...given.map(([first], at) => (at === place ? told : first))))),
  );
}

const textOf = (said: unknown) => (Array.isArray(said) ? said.join('\n') : String(said));
