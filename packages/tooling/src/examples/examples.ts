import type { Example } from './example.ts';
import { startNext } from './next.ts';
import { startScriptTag } from './script-tag.ts';
import { startServerToken } from './server-token.ts';
import { startVite } from './vite.ts';
import { startWhopApp } from './whop-app.ts';

/** By the name of their folder. */
export const examples: Record<string, Example> = {
  'script-tag': {
    look: [
      'A page of plain HTML. Nothing moves while it loads; the numbers move as the community talks.',
      '/pinned.html is the same page with a hash, and takes no other script.',
    ],
    start: startScriptTag,
  },
  vite: {
    look: [
      'A rank card from npm, and a list that the page draws itself. Both are live.',
      'Change examples/vite/src/main.ts, and the page follows.',
    ],
    start: startVite,
  },
  'server-token': {
    look: [
      'Log in as ana, chidi or june: the card and the rewards are theirs.',
      'The token comes from this site’s own server, /wee5-token.',
    ],
    start: startServerToken,
  },
  'whop-app': {
    look: [
      'The app’s page in a frame that says who looks, as Whop’s does: here that is Chidi.',
      'Opened by itself, without Whop around it, the page knows nobody.',
    ],
    start: startWhopApp,
  },
  next: {
    look: [
      'Widgets as React components. The HTML of the server has their places, the browser fills them.',
      'The card is Chidi’s: the token comes from the route handler /api/wee5-token.',
    ],
    start: startNext,
  },
};
