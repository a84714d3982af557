import { globSync, readFileSync } from 'node:fs';

/** What the contract's source says of its schemas, by their names. */
export function contractComments(): Map<string, string> {
  const directory = new URL('../../contract/src/', import.meta.url);
  const files = globSync('**/*.ts', { cwd: directory.pathname });
  const source = files.map((file) => readFileSync(new URL(file, directory), 'utf8')).join('\n');
  const commented = source.matchAll(/\/\*\*((?:(?!\*\/).)*)\*\/\nexport const (\w+)Schema\b/gs);
  return new Map([...commented].map(([, comment = '', name = '']) => [name, plain(comment)]));
}

/** The words of a comment in one line, without its tags. */
function plain(comment: string): string {
  const lines = comment.split('\n').map((line) => line.replace(/^\s*\*? ?/, '').trim());
  return lines.filter((line) => line !== '' && !line.startsWith('@')).join(' ');
}
