/**
 * A picture that pages may show: its address, where it is `https`, or null. `whopOrigin` is the one exception, for a
 * Whop that is simulated on this machine.
 */
export function pictureUrl(url: string | null, whopOrigin?: string): string | null {
  if (url === null || url.length > LONGEST || !URL.canParse(url)) return null;
  const { protocol, origin, username, href } = new URL(url);
  if (username !== '') return null;
  return protocol === 'https:' || origin === whopOrigin ? href : null;
}

const LONGEST = 2000;
