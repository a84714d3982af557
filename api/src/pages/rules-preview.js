import { make } from './dom.js';

const number = new Intl.NumberFormat();
const count = (many, one, several) => `${number.format(many)} ${many === 1 ? one : several}`;

/** What saving changes at once, and where members would stand had the last 30 days been played by these rules. */
export function makePreview({ atOnce, replay }) {
  return make(
    'div',
    { class: 'preview' },
    make('p', { class: 'strong', role: 'status' }, 'Nothing is saved yet.'),
    makeFacts([
      ['The moment you save', capitalised(movesWords(atOnce))],
      ['With the last 30 days played again', `${xpWords(replay)}; ${movesWords(replay)}`],
    ]),
    replay.movers.length > 0 ? makeMovers(replay.movers.slice(0, 10)) : null,
  );
}

function makeFacts(facts) {
  return make(
    'dl',
    {},
    ...facts.flatMap(([term, words]) => [make('dt', { class: 'quiet small' }, term), make('dd', {}, words)]),
  );
}

function movesWords({ up, down, rewards }) {
  const parts = [
    up > 0 ? `${count(up, 'member rises', 'members rise')} in level` : null,
    down > 0 ? count(down, 'member falls', 'members fall') : null,
    rewards > 0 ? count(rewards, 'reward unlocks', 'rewards unlock') : null,
  ].filter(Boolean);
  return parts.length > 0 ? parts.join(', ') : 'no level changes';
}

const capitalised = (words) => words[0].toUpperCase() + words.slice(1);

function xpWords({ xpBefore, xpAfter }) {
  const difference = xpAfter - xpBefore;
  if (difference === 0) return `${number.format(xpAfter)} XP as before`;
  const part =
    xpBefore > 0
      ? ` (${difference > 0 ? '+' : '−'}${Math.round((Math.abs(difference) / xpBefore) * 100)} %)`
      : '';
  return `${number.format(xpAfter)} XP instead of ${number.format(xpBefore)}${part}`;
}

function makeMovers(movers) {
  const cell = (text, name = 'td') => make(name, name === 'th' ? { scope: 'col' } : {}, text);
  return make(
    'div',
    { class: 'wide', tabindex: '0', role: 'region', 'aria-label': 'Who moves most' },
    make(
      'table',
      {},
      make('caption', { class: 'quiet small' }, 'Who moves most'),
      make('thead', {}, make('tr', {}, ...['Member', 'Rank', 'Level', 'XP'].map((name) => cell(name, 'th')))),
      make(
        'tbody',
        {},
        ...movers.map((mover) => make('tr', {}, ...cellsOf(mover).map((text) => cell(text)))),
      ),
    ),
  );
}

function cellsOf({ displayName, username, userId, ...mover }) {
  return [
    displayName ?? username ?? userId,
    fromTo(mover.rankBefore, mover.rankAfter),
    fromTo(mover.levelBefore, mover.levelAfter),
    fromTo(mover.xpBefore, mover.xpAfter),
  ];
}

function fromTo(before, after) {
  const words = (value) => (value === null ? '–' : number.format(value));
  return before === after ? words(after) : `${words(before)} → ${words(after)}`;
}
