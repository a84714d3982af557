/** Puts what the query of an address says into a form, as far as the form has such fields. */
export function readAddress(form: HTMLFormElement, search: string): void {
  for (const [name, value] of new URLSearchParams(search)) {
    const field = form.elements.namedItem(name);
    if (field instanceof HTMLInputElement) field.value = value;
    if (field instanceof HTMLSelectElement && [...field.options].some((option) => option.value === value))
      field.value = value;
  }
}

/** Keeps in the address what is other than at the beginning, so that it can be shared. */
export function writeAddress(form: HTMLFormElement): void {
  const changed = new URLSearchParams();
  for (const field of form.elements) {
    const isField = field instanceof HTMLInputElement || field instanceof HTMLSelectElement;
    if (isField && field.name && field.value !== standardOf(field)) changed.set(field.name, field.value);
  }
  const query = changed.size > 0 ? `?${changed}` : location.pathname;
  history.replaceState(null, '', query);
}

function standardOf(field: HTMLInputElement | HTMLSelectElement): string {
  if (field.dataset['standard'] !== undefined) return field.dataset['standard'];
  if (field instanceof HTMLInputElement) return field.defaultValue;
  return field.options[0]?.value ?? '';
}
