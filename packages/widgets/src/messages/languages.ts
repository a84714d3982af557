import { onDefaults } from '../config.ts';
import { en, type Messages } from './en.ts';
import { enMore, type MoreMessages } from './en-more.ts';
import { createFormat, type Format } from './format.ts';
import type { Language } from './language.ts';
import { merge } from './merge.ts';
import { overridesOf } from './overrides.ts';

/** What a language's file exports. */
export interface LanguageModule {
  messages: (format: Format) => Messages;
  more: (format: Format) => MoreMessages;
}

/** The languages beside English, each loaded when a page asks for it. */
const languages: Record<string, () => Promise<LanguageModule>> = {
  de: () => import('./de.ts'),
};

const english: LanguageModule = { messages: en, more: enMore };
const modules = new Map<string, LanguageModule>();
const loading = new Map<string, Promise<void>>();
const made = new Map<string, Language>();
onDefaults(() => made.clear());

/** As `languageOf`, for every language: itself, the same of another region, else English. */
export function findLanguage(wanted: string, changed: () => void): Language | undefined {
  const name = closest(wanted);
  const module = name ? modules.get(name) : english;
  if (!module) {
    void load(name!).then(changed);
    return undefined;
  }
  const tag = name ?? (/^en\b/i.test(wanted) ? wanted : 'en');
  const language = made.get(tag) ?? make(module, tag);
  made.set(tag, language);
  return language;
}

function closest(wanted: string): string | undefined {
  const names = Object.keys(languages);
  const [base] = wanted.toLowerCase().split('-');
  return (
    names.find((name) => name.toLowerCase() === wanted.toLowerCase()) ??
    names.find((name) => name.split('-')[0] === base)
  );
}

function load(name: string): Promise<void> {
  const attempt =
    loading.get(name) ??
    languages[name]!().then(
      (module) => void modules.set(name, module),
      // Words in English are better than none.
      () => void modules.set(name, english),
    );
  loading.set(name, attempt);
  return attempt;
}

function make({ messages, more }: LanguageModule, tag: string): Language {
  const format = createFormat(tag);
  const given = overridesOf(tag);
  return {
    ...format,
    messages: merge(messages(format), given),
    more: merge(more(format), given),
    direction: /^(ar|fa|he|ur)\b/.test(tag) ? 'rtl' : 'ltr',
  };
}
