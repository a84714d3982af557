// A changelog for the people who upgrade: the sentences of the changesets, without hashes and without the news that
// packages which are released together depend on each other's new versions.

/** @type {import('@changesets/types').ChangelogFunctions} */
const changelog = {
  getReleaseLine: async ({ summary }) => `- ${summary.trim().replaceAll(/\s*\n\s*/g, ' ')}`,
  getDependencyReleaseLine: async () => '',
};

export default changelog;
