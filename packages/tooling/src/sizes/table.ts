import { join } from 'node:path';
import { format, resolveConfig } from 'prettier';
import { projectRoot } from '../tools.ts';
import { budgets } from './budgets.ts';
import type { Size } from './measure.ts';

export const sizesFile = join(projectRoot, 'docs', 'sizes.md');

/** `docs/sizes.md`: what each import adds to a page, beside what it may. */
export async function sizesDocument(sizes: Size[]): Promise<string> {
  const rows = sizes.map(
    ({ entry, first, later }) =>
      `| \`${entry}\` | ${kilobytes(first)} KB | ${budgets[entry] ?? '–'} KB | ${later > 0 ? `${kilobytes(later)} KB` : '–'} |`,
  );
  const text = `# Sizes

What an import from npm adds to a page: minified by esbuild and gzipped, with Lit, the client and every other dependency
(for \`@wee5/react\` without React). “Later” is what a page loads by itself when it needs it: of the components for React
each loads its own widget; \`@supabase/realtime-js\` is for members alone. What several imports share is loaded once.

| import | at once | at most | later |
| ------ | ------: | ------: | ----: |
${rows.join('\n')}

\`npx pnpm@10 sizes\` writes this page. What is “at most” stands in \`packages/tooling/src/sizes/budgets.ts\`, and a test
keeps both true.
`;
  return format(text, { ...(await resolveConfig(sizesFile)), parser: 'markdown' });
}

function kilobytes(bytes: number): string {
  return (bytes / 1024).toFixed(1);
}
