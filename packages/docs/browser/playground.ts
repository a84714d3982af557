/** The playground: a form, a live widget that follows it, and the code for both. */
import '../../widgets/src/define.ts';
import { npmCode, reactCode, scriptTag, themeJson, type Choice } from '../src/playground/embed-code.ts';
import { themeFields, type PlaygroundWidget } from '../src/playground/settings.ts';
import { DemoClient } from './demo-client.ts';
import { communities } from './demo-people.ts';
import { readAddress, writeAddress } from './playground/address.ts';
import { showAttributeFields } from './playground/attribute-fields.ts';
import { findingsOf } from './playground/findings.ts';

const find = <E extends HTMLElement>(selector: string) => document.querySelector<E>(selector)!;
const widgets = JSON.parse(find('#widgets').textContent) as PlaygroundWidget[];
const form = find<HTMLFormElement>('#settings');
const frame = find('.frame');
const stage = find('.stage');
let client: DemoClient;
let shown: HTMLElement & { client?: DemoClient; updateComplete?: Promise<unknown> };

form.addEventListener('input', pickColour);
form.addEventListener('input', () => follow());
form.addEventListener('submit', (event) => event.preventDefault());
form.addEventListener('reset', () => setTimeout(begin));
find('#earn').addEventListener('click', () => client.earn(120));

const { search } = location;
readAddress(form, search);
follow();
// What the address says about attributes has its place only now.
readAddress(form, search);
follow();

function begin(): void {
  delete find('#attributes .fields').dataset['of'];
  find('#attributes .fields').replaceChildren();
  follow();
}

function follow(): void {
  const widget = widgets.find(({ entry }) => entry === value('widget')) ?? widgets[0]!;
  showAttributeFields(find('#attributes .fields'), widget);
  writeAddress(form);
  showPicked();
  const choice = chosen(widget);
  const theme = chosenTheme();
  show(choice, theme);
  write('script-tag', scriptTag(choice));
  write('npm', npmCode(choice));
  write('react', reactCode(choice));
  write('theme-json', themeJson(theme));
}

function chosen(widget: PlaygroundWidget): Choice {
  const set = widget.attributes.flatMap(({ name }) =>
    value(`a-${name}`) ? [[name, value(`a-${name}`)]] : [],
  );
  return {
    widget,
    attributes: Object.fromEntries(set) as Record<string, string>,
    api: value('api').replace(/\/+$/, ''),
    community: value('community'),
    theme: value('theme') || undefined,
    language: value('lang') || undefined,
  };
}

function chosenTheme(): Record<string, string> {
  const names = [...Object.keys(themeFields).map((name) => [name, `t-${name}`]), ['scheme', 'scheme']];
  const set = names.flatMap(([name = '', field = '']) => (value(field) ? [[name, value(field)]] : []));
  return Object.fromEntries(set) as Record<string, string>;
}

/** Another widget, other data or another attribute begins anew; a theme or a size does not. */
function show({ widget, attributes, theme, language }: Choice, colours: Record<string, string>): void {
  const key = JSON.stringify([widget.tag, attributes, value('data'), language]);
  if (frame.dataset['key'] !== key) {
    frame.dataset['key'] = key;
    client = new DemoClient(communities[value('data')]!, colours);
    shown = Object.assign(document.createElement(widget.tag), { client });
    for (const [name, text] of Object.entries({ ...attributes, ...(language && { lang: language }) }))
      shown.setAttribute(name, text);
    frame.replaceChildren(...inItsPlace(widget, shown));
  } else client.dress(colours);
  shown.toggleAttribute('theme', Boolean(theme));
  if (theme) shown.setAttribute('theme', theme);
  stage.dir = value('dir');
  frame.style.setProperty('--width', `${value('width')}px`);
  void report(colours);
}

/** A badge stands beside a name, and a toast where the page has its corner. */
function inItsPlace({ entry }: PlaygroundWidget, element: HTMLElement): (HTMLElement | string)[] {
  const words = document.createElement('p');
  if (entry === 'level-badge') words.append('Noor Haddad ', element, ' said hello to everybody.');
  if (entry === 'toast')
    words.append('Press “Earn 120 XP” until you reach a level. The toast comes up in the corner.', element);
  return words.hasChildNodes() ? [words] : [element];
}

async function report(theme: Record<string, string>): Promise<void> {
  await shown.updateComplete;
  await new Promise(requestAnimationFrame);
  const findings = findingsOf(theme, shown);
  const lines = findings.map((text) =>
    Object.assign(document.createElement('p'), { textContent: text, className: 'finding' }),
  );
  const place = find('#findings');
  if (place.textContent !== findings.join('')) place.replaceChildren(...lines);
}

/** A picked colour is written where any CSS colour may stand. */
function pickColour({ target }: Event): void {
  const id = (target as HTMLElement).dataset['for'];
  if (id) find<HTMLInputElement>(`#${id}`).value = (target as HTMLInputElement).value;
}

/** Each picker begins with the colour that there is, and shows the one that was typed, where it can. */
function showPicked(): void {
  for (const picker of form.querySelectorAll<HTMLInputElement>('[data-for]')) {
    const typed = find<HTMLInputElement>(`#${picker.dataset['for']}`).value;
    picker.value = /^#[\da-f]{6}$/i.test(typed) ? typed : picker.defaultValue;
  }
}

function value(name: string): string {
  const field = form.elements.namedItem(name);
  return field instanceof HTMLInputElement || field instanceof HTMLSelectElement ? field.value.trim() : '';
}

function write(name: string, code: string): void {
  find(`[data-output='${name}']`).textContent = code;
}
