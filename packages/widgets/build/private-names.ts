/**
 * What objects of ours call their own parts, for which the script tag has shorter names, the same in all of its files.
 * Nothing outside of the script knows them: no page, no answer of the API, no browser. Tests hold this list to that.
 */
const names = [
  'addController',
  'announced',
  'asOf',
  'communityFeed',
  'elementProperties',
  'elementStyles',
  'enliven',
  'environment',
  'feed',
  'hostConnected',
  'hostDisconnected',
  'hostUpdate',
  'isEmpty',
  'isFormer',
  'isGiven',
  'isOwn',
  'keeper',
  'lively',
  'moments',
  'otherFeeds',
  'refreshIn',
  'renderBody',
  'renderHead',
  'renderSummary',
  'requestUpdate',
  'showsAll',
  'speaks',
  'willUpdate',
  'xpAt',
  'xpText',
];

/** By the name in the sources. */
export const shortNames: Record<string, string> = Object.fromEntries(
  names.map((name, index) => [name, `$${(index + 10).toString(36)}`]),
);

/** For esbuild: all of them, and no other. */
export const privateName = new RegExp(`^(?:${names.join('|')})$`);
