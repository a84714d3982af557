import { onDefaults } from '../config.ts';
import { en, type Messages } from './en.ts';
import { enMore, type MoreMessages } from './en-more.ts';
import { createFormat } from './format.ts';
import type { Language } from './language.ts';
import { createLateFormat, type LateFormat } from './late-format.ts';
import { merge } from './merge.ts';
import { overridesOf } from './overrides.ts';

/** What a language's file exports. */
export interface LanguageModule {
  messages: (format: LateFormat) => Messages;
  more: (format: LateFormat) => MoreMessages;
}

/** The languages beside English, each loaded when a page asks for it. */
export const languages: Record<string, () => Promise<LanguageModule>> = {
  ar: () => import('./ar.ts'),
  de: () => import('./de.ts'),
  es: () => import('./es.ts'),
  fr: () => import('./fr.ts'),
  hi: () => import('./hi.ts'),
  id: () => import('./id.ts'),
  it: () => import('./it.ts'),
  ja: () => import('./ja.ts'),
  ko: () => import('./ko.ts'),
  nl: () => import('./nl.ts'),
  pl: () => import('./pl.ts'),
  'pt-BR': () => import('./pt-br.ts'),
  tr: () => import('./tr.ts'),
  'zh-Hans': () => import('./zh-hans.ts'),
  'zh-Hant': () => import('./zh-hant.ts'),
};

const english: LanguageModule = { messages: en, more: enMore };
const modules = new Map<string, LanguageModule>([['en', english]]);
const loading = new Map<string, Promise<void>>();
const made = new Map<string, Language>();
onDefaults(() => made.clear());

/**
 * As `languageOf`, for every language: its words, else those of another region that writes in the same script, else
 * English. Numbers and dates are the region's own.
 */
export function findLanguage(wanted: string, changed: () => void): Language | undefined {
  const { name, tag } = closest(wanted);
  const module = modules.get(name);
  if (!module) {
    void load(name).then(changed);
    return undefined;
  }
  const language = made.get(tag) ?? make(module, name, tag);
  made.set(tag, language);
  return language;
}

/** @returns the name of a file, and the tag to write numbers by; `en` for what no file speaks and for what is no tag */
export function closest(wanted: string): { name: string; tag: string } {
  const locale = localeOf(wanted);
  const name =
    locale && ['en', ...Object.keys(languages)].find((each) => readsAlike(locale, localeOf(each)!));
  return name ? { name, tag: locale.toString() } : { name: 'en', tag: 'en' };
}

function localeOf(tag: string): Intl.Locale | undefined {
  try {
    // Pages also say `pt_BR`, as servers do.
    return new Intl.Locale(tag.replaceAll('_', '-'));
  } catch {
    return undefined;
  }
}

/** Taiwan and Hong Kong do not read what the mainland writes: `zh-TW` is `zh-Hant-TW`. */
function readsAlike(one: Intl.Locale, other: Intl.Locale): boolean {
  const [a, b] = [one.maximize(), other.maximize()];
  return a.language === b.language && a.script === b.script;
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

function make({ messages, more }: LanguageModule, name: string, tag: string): Language {
  const format = createLateFormat(createFormat(tag));
  const given = overridesOf(tag, name);
  return {
    ...format,
    messages: merge(messages(format), given),
    more: merge(more(format), given),
    direction: name === 'ar' ? 'rtl' : 'ltr',
  };
}
