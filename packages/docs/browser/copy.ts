/** A button that copies what `text` gives, and says so for a moment. */
export function copyButton(label: string, text: () => string): HTMLButtonElement {
  const button = document.createElement('button');
  Object.assign(button, { type: 'button', className: 'copy', textContent: 'Copy', ariaLabel: label });
  button.addEventListener('click', () => {
    navigator.clipboard.writeText(text()).then(
      () => say(button, 'Copied'),
      () => say(button, 'Press Ctrl+C'),
    );
  });
  return button;
}

function say(button: HTMLButtonElement, words: string): void {
  button.textContent = words;
  announce(words);
  setTimeout(() => (button.textContent = 'Copy'), 2_000);
}

const status = document.createElement('div');
status.role = 'status';
status.className = 'unseen';
document.body.append(status);

/** For those who hear the page. */
export function announce(words: string): void {
  status.textContent = '';
  setTimeout(() => (status.textContent = words));
}
