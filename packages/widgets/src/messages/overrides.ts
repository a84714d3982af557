import { getDefaults } from '../config.ts';
import type { Messages } from './en.ts';
import type { MoreMessages } from './en-more.ts';

type DeepPartial<T> = T extends readonly unknown[] | ((...args: never) => unknown)
  ? T
  : T extends object
    ? { [K in keyof T]?: DeepPartial<T[K]> }
    : T;

/** A part of the words of a language, to say something else than Wee5 does. */
export type MessageOverrides = DeepPartial<Messages & MoreMessages>;

/** What the page says in a language instead of Wee5's words: for a region, for the words closest to it, or for all. */
export function overridesOf(tag: string, name: string): MessageOverrides | undefined {
  const { messages } = getDefaults();
  return messages?.[tag] ?? messages?.[name] ?? messages?.[tag.split('-')[0]!];
}
