/**
 * Every widget in every state. `?widget=` rank-card, leaderboard, reward-list or activity; `?theme=` light or dark; `?width=` in
 * pixels; `?dir=rtl`; `?state=` for one of them; `?motion` lets the board move.
 */
import '../src/define.ts';
import type { Leaderboard } from '@wee5/client';
import { FakeClient } from '../testing/fake-client.ts';
import { board, entry, reranked } from '../testing/samples.ts';
import { scenes } from './scenes.ts';

const query = new URLSearchParams(location.search);
const theme = query.get('theme') ?? 'light';
const width = Number(query.get('width') ?? 480);
const dir = query.get('dir') ?? 'ltr';

document.documentElement.dir = dir;
document.documentElement.style.colorScheme = theme;
document.body.style.background = theme === 'dark' ? '#000' : '#fff';

for (const [widget, states] of Object.entries(scenes)) {
  if (query.has('widget') && query.get('widget') !== widget) continue;
  const section = document.createElement('section');
  for (const [state, script] of Object.entries(states)) {
    if (query.has('state') && query.get('state') !== state) continue;
    section.append(show(widget, state, script));
  }
  document.body.append(section);
}

function show(widget: string, state: string, script: (client: FakeClient, element: HTMLElement) => void) {
  const figure = document.createElement('figure');
  figure.style.inlineSize = `${width}px`;
  const caption = document.createElement('figcaption');
  caption.textContent = `${widget}: ${state}`;
  const element = document.createElement(`wee5-${widget}`) as HTMLElement & { client?: FakeClient };
  const client = new FakeClient();
  script(client, element);
  element.client = client;
  figure.append(caption, element);
  if (query.has('motion') && widget === 'leaderboard' && state === 'live') shuffle(client);
  return figure;
}

function shuffle(client: FakeClient) {
  let now: Leaderboard = board({ entries: Array.from({ length: 10 }, (_, index) => entry(index)) });
  setInterval(() => {
    const someone = now.entries[1 + Math.floor(Math.random() * 9)]!;
    now = reranked(now, { [someone.userId]: someone.xp + 500 + Math.floor(Math.random() * 3000) });
    client.say('leaderboard', now);
  }, 1500);
}
