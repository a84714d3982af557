/**
 * A script for the pages under test, before anything else of theirs: what a console would complain about, in
 * `notes.complaints`, however the engine's driver tells such things or does not; and how the page came to be shown.
 */
export const pageNotes = `globalThis.notes = { complaints: [], shown: [] };
(() => {
  const { complaints, shown } = notes;
  addEventListener('error', (event) => complaints.push(event.message ?? 'Did not load: ' + event.target.src), true);
  addEventListener('unhandledrejection', ({ reason }) => complaints.push('Unhandled: ' + reason));
  addEventListener('securitypolicyviolation', (event) =>
    complaints.push('Forbidden: ' + event.effectiveDirective + ' ' + event.blockedURI));
  addEventListener('pageshow', ({ persisted }) => shown.push(persisted ? 'kept' : 'loaded'));
  for (const level of ['error', 'warn']) {
    const say = console[level];
    console[level] = (...words) => {
      complaints.push(words.join(' '));
      say.apply(console, words);
    };
  }
})();`;
