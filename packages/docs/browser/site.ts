/** What every page has: a switch for the theme, and a button to copy each piece of code. */
import { copyButton } from './copy.ts';

const key = 'wee5-docs-theme';
const root = document.documentElement;
const isDark = matchMedia('(prefers-color-scheme: dark)');
const sun =
  '<circle cx="8" cy="8" r="3"/><path d="M8 1v1.5M8 13.5V15M1 8h1.5M13.5 8H15M3 3l1 1M12 12l1 1M13 3l-1 1M4 12l-1 1"/>';
const moon = '<path d="M13.5 9.5A6 6 0 0 1 6.5 2.5a6 6 0 1 0 7 7Z"/>';

const themeSwitch = document.querySelector<HTMLButtonElement>('button.theme')!;
themeSwitch.hidden = false;
themeSwitch.addEventListener('click', () => {
  root.dataset['theme'] = shown() === 'dark' ? 'light' : 'dark';
  localStorage.setItem(key, root.dataset['theme']);
  nameSwitch();
});
isDark.addEventListener('change', nameSwitch);
nameSwitch();

for (const code of document.querySelectorAll<HTMLElement>('.code')) {
  const pre = code.querySelector('pre')!;
  code.append(copyButton('Copy this code', () => pre.textContent));
}

function shown(): 'light' | 'dark' {
  const chosen = root.dataset['theme'];
  if (chosen === 'light' || chosen === 'dark') return chosen;
  return isDark.matches ? 'dark' : 'light';
}

function nameSwitch(): void {
  const next = shown() === 'dark' ? 'light' : 'dark';
  themeSwitch.ariaLabel = `Show the page in ${next} colours`;
  themeSwitch.innerHTML = `<svg class="icon" viewBox="0 0 16 16" aria-hidden="true">${next === 'dark' ? moon : sun}</svg>`;
}
