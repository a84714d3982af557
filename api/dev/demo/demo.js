const SHOWN = 30;
const find = (selector) => document.querySelector(selector);
const talkButton = find('#talk');
const memberSelect = find('#member');
const list = find('#deliveries');

await prepare();
followDeliveries();

/** Fills the member list and shows the chosen one in the card and the rewards. */
async function prepare() {
  const { members, talking } = await (await fetch('/demo/state')).json();
  memberSelect.append(...members.map(({ id, name, username }) => new Option(name ?? username, id)));
  memberSelect.value = new URLSearchParams(location.search).get('member') ?? 'user_chidi';
  memberSelect.addEventListener('change', showMember);
  showMember();
  showTalking(talking);
  talkButton.addEventListener('click', () => void act(talkButton.dataset.action));
  for (const button of document.querySelectorAll('.actions button')) {
    button.addEventListener('click', () => void act(button.dataset.action));
  }
}

function showMember() {
  for (const widget of document.querySelectorAll('wee5-rank-card, wee5-reward-list')) {
    widget.setAttribute('user', memberSelect.value);
  }
}

function showTalking(talking) {
  talkButton.dataset.action = talking ? 'stop' : 'start';
  talkButton.textContent = talking ? 'Pause the community' : 'Let the community talk';
}

async function act(action) {
  const response = await fetch('/demo/actions', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ action, memberId: memberSelect.value }),
  });
  if (response.ok) showTalking((await response.json()).talking);
}

function followDeliveries() {
  const source = new EventSource('/demo/deliveries');
  // The server sends what it kept again after a reconnect.
  source.addEventListener('open', () => list.replaceChildren());
  source.addEventListener('message', ({ data }) => addDelivery(JSON.parse(data)));
}

function addDelivery({ type, status, answer, milliseconds, headers, envelope }) {
  const row = find('#delivery').content.cloneNode(true);
  const earned = answer?.awards > 0;
  row.querySelector('li').classList.toggle('earned', earned);
  row.querySelector('.type').textContent = describeEvent(type, envelope);
  row.querySelector('.answer').textContent = earned
    ? 'accepted, earned XP'
    : describeAnswer(type, status, answer);
  row.querySelector('.time').textContent = `${milliseconds} ms`;
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}`);
  const details = row.querySelector('details');
  // Thirty payloads of text cost the page more than the widgets do: written when looked at.
  details.addEventListener('toggle', () => {
    const answered = `\n\n→ ${status} ${JSON.stringify(answer)}`;
    details.querySelector('pre').textContent =
      `${lines.join('\n')}\n\n${JSON.stringify(envelope, null, 2)}${answered}`;
  });
  list.prepend(row);
  while (list.children.length > SHOWN) list.lastElementChild.remove();
}

function describeEvent(type, { data }) {
  const who = (data.reaction ?? data.message ?? data.payment ?? data).user;
  return `${describeType(type, data)} · ${who.name ?? who.username}`;
}

function describeType(type, { message }) {
  switch (type) {
    case 'chat.message.created':
      return message.replying_to_message_id ? 'reply' : 'chat';
    case 'chat.reaction.created':
      return 'reaction';
    case 'course_lesson_interaction.completed':
      return 'lesson';
    default:
      return type.split('.', 1)[0];
  }
}

function describeAnswer(type, status, answer) {
  if (status === null) return 'no answer';
  if (type === 'refund.created' && answer.status === 'accepted') return 'accepted, XP taken back';
  if (answer.status === 'accepted') return type.startsWith('chat.') ? 'accepted, cooling down' : 'accepted';
  return answer.reason ?? answer.code ?? answer.status;
}
