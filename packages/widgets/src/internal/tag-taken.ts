let hasWarned = false;

/** Tells whoever made the page, once, that something else has the tags. */
export function warn(tag: string, theirs: string | undefined, own: string): void {
  if (hasWarned) return;
  hasWarned = true;
  const whose = theirs === undefined ? 'something that is not Wee5' : `Wee5 ${theirs}`;
  // oxlint-disable-next-line no-console -- There is no other place where the author of a page looks.
  console.warn(
    `Wee5 ${own} leaves <${tag}> to ${whose}, which was there first. Load Wee5 once: with the script tag or from npm.`,
  );
}
