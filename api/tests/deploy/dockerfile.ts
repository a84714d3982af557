import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

export const projectRoot = fileURLToPath(new URL('../../../', import.meta.url));

/** One line of a stage: `COPY api/src api/src` is `['COPY', 'api/src', 'api/src']`. */
export type Step = readonly [instruction: string, ...words: string[]];

/** The steps of the Dockerfile's stage of this name, without comments; the last one, which has no name, is `''`. */
export function stepsOf(stage: string): Step[] {
  const text = readFileSync(new URL('Dockerfile', `file://${projectRoot}`), 'utf8');
  const lines = text
    .replace(/\\\n/g, ' ')
    .split('\n')
    .filter((line) => line.trim() !== '' && !line.startsWith('#'));
  const from = lines.findIndex((line) => line.startsWith('FROM') && stageOf(line) === stage);
  const to = lines.findIndex((line, index) => index > from && line.startsWith('FROM'));
  return lines
    .slice(from + 1, to === -1 ? undefined : to)
    .map((line) => line.trim().split(/\s+/) as [string]);
}

function stageOf(from: string): string {
  return / AS (\w+)$/.exec(from)?.[1] ?? '';
}
