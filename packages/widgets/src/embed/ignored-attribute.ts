import type { Attribute } from './read-defaults.ts';

const whatToDo: Record<Attribute, string> = {
  community: 'Use the id of your company on Whop, which begins with biz_.',
  api: 'Use the address of the API, which begins with https://, or leave it out.',
  key: 'Use a publishable key, which begins with pk_. Keep secret keys out of pages.',
  theme: 'Use auto, light or dark.',
  lang: 'Use a language tag, such as en or pt-BR.',
  experience: 'Use the id of the experience on Whop, which begins with exp_.',
};

/** Tells whoever wrote the page. The value is not repeated where it may be a secret. */
export function warn(name: Attribute, value: string): void {
  const written = name === 'key' ? `data-${name}` : `data-${name}=${JSON.stringify(value)}`;
  // oxlint-disable-next-line no-console -- There is no other place where the author of a page looks.
  console.warn(`Wee5 ignores ${written}. ${whatToDo[name]}`);
}
