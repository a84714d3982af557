import { apiUrl } from './api.js';
import { find, icon, make } from './dom.js';

/** The id that the address names: `/experiences/{id}`, `/dashboard/{id}`, whatever follows. */
export const idInAddress = decodeURIComponent(location.pathname.split('/')[2] ?? '');

const again = 'Try again';

/** By code: what it is drawn as, what happened, what to do, and the one button, if any helps. */
const notices = {
  unauthenticated: [
    'lock',
    'Open this page in Whop',
    'Whop tells us who you are when you open the app there.',
    again,
  ],
  'not-a-member': ['lock', 'You are not a member yet', 'Join this community on Whop, then come back.', again],
  'not-the-team': [
    'lock',
    'This page is for the team',
    'Only the team of this community can open its dashboard.',
  ],
  'unknown-experience': ['problem', 'Nothing is here', 'Open the app from your community on Whop.'],
  'validation-failed': ['problem', 'Nothing is here', 'Open the app from your community on Whop.'],
  'whop-unavailable': [
    'problem',
    'Whop does not answer',
    'We could not ask who you are. Wait a moment.',
    again,
  ],
  'rate-limited': ['problem', 'That was a lot at once', 'Wait a moment, then try again.', again],
  unreachable: ['offline', 'The server does not answer', 'Check your connection, then try again.', again],
};
const unforeseen = ['problem', 'This could not be loaded', 'Wait a moment, then try again.', again];

/** Shows the content as it waits: the widgets draw themselves without words until there is a token. */
export function showContent() {
  Wee5.configure({ api: apiUrl, community: 'not-known-yet', getToken: () => new Promise(() => {}) });
  find('main').replaceChildren(find('#content').content.cloneNode(true));
}

/** Puts one card in the place of everything: what happened, what to do, and a button. */
export function showNotice(code, retry) {
  const [name, what, whatToDo, button] = notices[code] ?? unforeseen;
  const notice = make(
    'div',
    { class: 'card notice', role: 'alert' },
    icon(name),
    make('p', { class: 'strong' }, what),
    make('p', { class: 'quiet' }, whatToDo),
    button ? make('button', { type: 'button', onclick: retry }, button) : null,
  );
  find('main').replaceChildren(notice);
}
