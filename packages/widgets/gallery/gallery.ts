/**
 * Every widget in every state. `?widget=` a tag without `wee5-`; `?state=` one of its states; `?theme=` light or dark;
 * `?width=` in pixels; `?dir=rtl`; `?lang=` a language; `?page=` white, black or hostile for pages that say no color scheme; `?few` for three
 * states each; `?motion` lets the board move; `?still` stops the clock of each scene at the moment its picture is taken.
 */
import { clock } from './clock.ts';
import '../src/define.ts';
import type { Leaderboard } from '@wee5/client';
import { loadLively } from '../src/internal/lively.ts';
import { FakeClient } from '../testing/fake-client.ts';
import { walkByKeyboard } from '../testing/keyboard-walk.ts';
import { board, entry, reranked } from '../testing/samples.ts';
import { scenes } from './scenes/index.ts';
import type { Scene } from './scenes/scene.ts';
import { takeStill, type Still } from './still.ts';

declare global {
  /** The widgets and their states, when all of them stand still, and a walk through one by keyboard. */
  var gallery: {
    states: Record<string, string[]>;
    still?: Promise<Still>;
    walk: typeof walkByKeyboard;
  };
}

const query = new URLSearchParams(location.search);
const width = Number(query.get('width') ?? 480);
const page = query.get('page');
/** With `?few` the first three that show data. */
const some = query.has('few') ? [1, 4] : [];
const shown: { begin: () => void; at: number }[] = [];

const dressed = dressPage();
for (const [widget, states] of Object.entries(scenes)) {
  if (query.has('widget') && query.get('widget') !== widget) continue;
  const section = document.createElement('section');
  for (const [state, scene] of Object.entries(states).slice(...some)) {
    if (query.has('state') && query.get('state') !== state) continue;
    section.append(frame(widget, state, scene));
  }
  document.querySelector('main')!.append(section);
}

const states = Object.entries(scenes).map(([widget, its]) => [widget, Object.keys(its)]);
globalThis.gallery = {
  states: Object.fromEntries(states) as Record<string, string[]>,
  walk: walkByKeyboard,
};
const still = clock && takeStill.bind(undefined, shown, clock);
// What moves and speaks is there from the beginning: a state that loads forever would keep it waiting.
if (still) globalThis.gallery.still = Promise.all([dressed, loadLively()]).then(() => still());
else for (const { begin } of shown) begin();

async function dressPage() {
  const theme = query.get('theme') ?? 'light';
  const { documentElement: root, body } = document;
  root.lang = query.get('lang') ?? 'en';
  root.dir = query.get('dir') ?? (/^ar\b/.test(root.lang) ? 'rtl' : 'ltr');
  if (!page) root.style.colorScheme = theme;
  body.style.background = theme === 'dark' || page === 'black' ? '#000' : '#fff';
  if (page !== 'hostile') return;
  const link = Object.assign(document.createElement('link'), { rel: 'stylesheet', href: './hostile.css' });
  document.head.append(link);
  await new Promise((done) => link.addEventListener('load', done));
}

function frame(widget: string, state: string, scene: Scene) {
  const figure = document.createElement('figure');
  Object.assign(figure.dataset, { widget, state });
  figure.style.setProperty('inline-size', `${width}px`, 'important');
  const caption = document.createElement('figcaption');
  caption.textContent = `${widget}: ${state}`;
  figure.append(caption);
  shown.push({ at: scene.at ?? 1_000, begin: () => figure.append(create(widget, state, scene)) });
  return figure;
}

function create(widget: string, state: string, scene: Scene) {
  const element = document.createElement(`wee5-${widget}`) as HTMLElement & { client?: FakeClient };
  const client = new FakeClient();
  scene(client, element);
  element.client = client;
  if (query.has('motion') && widget === 'leaderboard' && state === 'live') shuffle(client);
  return element;
}

function shuffle(client: FakeClient) {
  let now: Leaderboard = board({ entries: Array.from({ length: 10 }, (_, index) => entry(index)) });
  setInterval(() => {
    const someone = now.entries[1 + Math.floor(Math.random() * 9)]!;
    now = reranked(now, { [someone.userId]: someone.xp + 500 + Math.floor(Math.random() * 3000) });
    client.say('leaderboard', now);
  }, 1500);
}
