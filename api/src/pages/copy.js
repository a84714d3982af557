const SAID_MS = 2_000;

/** Copies a text and says so on the button that was pressed. */
export async function copyText(text, button) {
  const words = (button.dataset.words ??= button.textContent);
  button.textContent = (await copied(text)) ? 'Copied' : 'Select the text and copy it';
  setTimeout(() => (button.textContent = words), SAID_MS);
}

/** A frame may use the clipboard where the page around it allows that; the old way needs nobody's word. */
async function copied(text) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return copiedFromField(text);
  }
}

function copiedFromField(text) {
  const field = document.createElement('textarea');
  field.value = text;
  field.className = 'unseen';
  document.body.append(field);
  field.select();
  const done = document.execCommand('copy');
  field.remove();
  return done;
}
