import { make } from './dom.js';

/** A frame has no `confirm()`: the first press asks, the second one acts, and looking elsewhere takes it back. */
export function makePressTwice({ words, meantWords, name }, act) {
  const button = make('button', { type: 'button' });
  let isMeant = false;
  const say = (text, meant) => {
    isMeant = meant;
    button.textContent = text;
    button.setAttribute('aria-label', `${text} ${name}`);
  };
  say(words, false);
  button.addEventListener('blur', () => isMeant && say(words, false));
  button.addEventListener('click', async () => {
    if (!isMeant) return say(meantWords, true);
    button.disabled = true;
    await act().catch(() => {
      button.disabled = false;
      say('Try again', true);
    });
  });
  return button;
}
