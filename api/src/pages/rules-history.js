import { make } from './dom.js';
import { makePressTwice } from './press-twice.js';

const time = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeStyle: 'short' });

/** Every version that was saved, newest first; `restore` brings an earlier one back, once it was meant twice. */
export function makeHistory(versions, current, restore) {
  const earlier = versions.filter(({ version }) => version !== current);
  if (earlier.length === 0)
    return make('p', { class: 'quiet small' }, 'This is the first version of your rules.');
  return make(
    'details',
    {},
    make('summary', {}, 'Earlier versions'),
    make('ul', { class: 'keys' }, ...earlier.map((version) => makeRow(version, restore))),
  );
}

function makeRow(saved, restore) {
  const { version, savedAt, savedBy } = saved;
  const who =
    savedBy === null ? 'as it began' : savedBy.startsWith('key:') ? 'by your server' : `by ${savedBy}`;
  return make(
    'li',
    {},
    make(
      'div',
      { class: 'what' },
      make('p', { class: 'strong' }, `Version ${version}`),
      make('p', { class: 'quiet small' }, `${time.format(new Date(savedAt))}, ${who}`),
    ),
    makePressTwice({ words: 'Bring back', meantWords: 'Bring back now', name: `version ${version}` }, () =>
      restore(saved),
    ),
  );
}
