import type { PlaygroundAttribute, PlaygroundWidget } from '../../src/playground/settings.ts';

const starters: Record<string, string> = { user: 'me', windows: 'week month all' };

/** Makes the fields for a widget's own attributes; those it has in common with the former one keep their values. */
export function showAttributeFields(place: HTMLElement, { entry, attributes }: PlaygroundWidget): void {
  if (place.dataset['of'] === entry) return;
  const before = new Map(
    [...place.querySelectorAll('input, select')].map((field) => [fieldName(field), valueOf(field)]),
  );
  place.dataset['of'] = entry;
  place.replaceChildren(
    ...attributes.map((attribute) =>
      createField(attribute, before.get(`a-${attribute.name}`) ?? starters[attribute.name] ?? ''),
    ),
  );
  place.closest('fieldset')!.hidden = attributes.length === 0;
}

function fieldName(field: Element): string {
  return (field as HTMLInputElement).name;
}

function valueOf(field: Element): string {
  return (field as HTMLInputElement).value;
}

function createField(
  { name, values, isNumber, description }: PlaygroundAttribute,
  value: string,
): HTMLElement {
  const label = Object.assign(document.createElement('label'), { className: 'field', title: description });
  label.append(name, values.length > 0 ? select(values) : input(isNumber));
  const control = label.querySelector<HTMLInputElement | HTMLSelectElement>('input, select')!;
  control.name = `a-${name}`;
  control.value = value;
  control.dataset['standard'] = starters[name] ?? '';
  return label;
}

function select(values: string[]): HTMLSelectElement {
  const element = document.createElement('select');
  element.append(new Option('Not set', ''), ...values.map((value) => new Option(value)));
  return element;
}

function input(isNumber: boolean): HTMLInputElement {
  const kind = isNumber ? { type: 'number', min: '0' } : { autocomplete: 'off', spellcheck: false };
  return Object.assign(document.createElement('input'), kind);
}
