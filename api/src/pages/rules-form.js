import { make } from './dom.js';
import { makeBoosts } from './rules-boosts.js';
import { curveOptions, topLevelOf } from './rules-curves.js';
import { makeField, makeNumber, makeSelect } from './rules-fields.js';

const visibilities = [
  ['public', 'Everybody'],
  ['members', 'Members only'],
  ['private', 'The team only'],
];

/** The rules as fields. `act` does what the buttons say with what differs from `config`; what it throws is shown. */
export function makeRulesForm(config, act) {
  const problem = make('p', { class: 'problem', role: 'alert' });
  const preview = make('button', { type: 'button', disabled: true }, 'See what changes');
  const save = make('button', { class: 'primary', disabled: true }, 'Save');
  const update = () => {
    const isSame = Object.keys(changeOf(form, config, boosts)).length === 0;
    preview.disabled = save.disabled = isSame;
    act.forget();
  };
  const boosts = makeBoosts(config.rules.multipliers, () => update());
  const form = make(
    'form',
    { class: 'rules' },
    makeField('visibility', 'Who sees your community', makeSelect(visibilities, config.visibility)),
    make('div', { class: 'numbers' }, ...amountFields(config)),
    make('div', { class: 'numbers' }, ...shapeFields(config)),
    boosts.element,
    problem,
    make('div', { class: 'actions' }, save, preview),
  );
  form.addEventListener('input', update);
  const run = (does, button) => async () => {
    if (!form.reportValidity()) return;
    problem.replaceChildren();
    button.disabled = true;
    const wrong = await does(changeOf(form, config, boosts)).catch((error) => error);
    button.disabled = false;
    if (wrong) problem.replaceChildren(...wordsFor(wrong, act.reload));
    if (wrong) act.forget();
  };
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    void run(act.save, save)();
  });
  preview.addEventListener('click', run(act.preview, preview));
  return form;
}

function amountFields({ chatXp, replyXp, reactionXp, cooldownSeconds, rules }) {
  const received = rules.sources.reaction_received?.xp ?? 0;
  return [
    makeField('chatXp', 'Message', makeNumber(chatXp)),
    makeField('replyXp', 'Reply', makeNumber(replyXp)),
    makeField('reactionXp', 'Reaction given', makeNumber(reactionXp)),
    // A range is set over the API, and kept.
    typeof received === 'number' ? makeField('received', 'Reaction received', makeNumber(received)) : null,
    makeField('cooldownSeconds', 'Seconds between', makeNumber(cooldownSeconds, { max: 604_800 })),
  ].filter(Boolean);
}

function shapeFields({ curve, timeZone }) {
  const { options, chosen } = curveOptions(curve);
  const zones = [...new Set([timeZone, 'UTC', ...Intl.supportedValuesOf('timeZone')])].map((zone) => [
    zone,
    zone,
  ]);
  return [
    makeField(
      'curve',
      'Levels as in',
      makeSelect(options, chosen),
      'Everybody moves at once; nobody loses XP.',
    ),
    makeField(
      'timeZone',
      'Time zone',
      makeSelect(zones, timeZone),
      'A change begins with the next day, week and month.',
    ),
  ];
}

/** What differs from the configuration, in the API's words. */
function changeOf(form, config, boosts) {
  const { visibility, received, curve, timeZone, ...rest } = Object.fromEntries(new FormData(form));
  const amounts = Object.fromEntries(
    ['chatXp', 'replyXp', 'reactionXp', 'cooldownSeconds'].map((name) => [name, Number(rest[name])]),
  );
  const wanted = {
    visibility,
    timeZone,
    ...amounts,
    curve: JSON.parse(curve),
    rules: {
      ...config.rules,
      sources: withReceived(config.rules.sources, received),
      multipliers: boosts.read(),
    },
  };
  const change = Object.fromEntries(
    Object.entries(wanted).filter(([name, value]) => JSON.stringify(value) !== JSON.stringify(config[name])),
  );
  if (change.curve) change.topLevel = topLevelOf(change.curve, config.topLevel);
  return change;
}

function withReceived(sources, text) {
  if (text === undefined) return sources;
  const xp = Number(text);
  if (xp === (sources.reaction_received?.xp ?? 0)) return sources;
  const { reaction_received: rule, ...others } = sources;
  return xp > 0 ? { ...others, reaction_received: { ...rule, xp } } : others;
}

function wordsFor({ code, errors = [] }, reload) {
  if (code === 'version-conflict') {
    return [
      'Somebody else saved in between. ',
      make('button', { type: 'button', onclick: reload }, 'Load their version'),
    ];
  }
  if (errors.length > 0) return [errors.map(({ path, message }) => `${path} ${message}.`).join(' ')];
  return ['This did not work. Try again in a moment.'];
}
