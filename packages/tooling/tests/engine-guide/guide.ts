import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '../../src/tools.ts';

export interface Proof {
  /** From the folder of the project. */
  file: string;
  test: string;
}

export interface Row {
  /** The first cell: a number of the comparison, or a word. */
  id: string;
  /** What Wee5 does, as the row says. */
  says: string;
  proofs: Proof[];
  /** Links of a shape that is not `[file](path) › name`, which no test would look at. */
  strays: string[];
}

export const guide = readFileSync(join(projectRoot, 'docs', 'engine.md'), 'utf8');

/** The rows of the table under a heading. */
export function rowsUnder(heading: string, text = guide): Row[] {
  const section = text.split(/^## /m).find((part) => part.startsWith(`${heading}\n`)) ?? '';
  const lines = section.split('\n').filter((line) => line.startsWith('| '));
  return lines.slice(2).map(toRow);
}

function toRow(line: string): Row {
  const cells = line.split('|').map((cell) => cell.trim());
  const tests = (cells.at(-2) ?? '').split('<br>').filter((cell) => cell !== 'none');
  const links = tests.map((cell) => ({ cell, parts: /^\[[^\]]+\]\(\.\.\/([^)]+)\) › (.+)$/.exec(cell) }));
  return {
    id: cells[1] ?? '',
    says: cells.slice(2, -2).join(' '),
    proofs: links.flatMap(({ parts }) => (parts ? [{ file: parts[1] ?? '', test: parts[2] ?? '' }] : [])),
    strays: links.flatMap(({ cell, parts }) => (parts ? [] : [cell])),
  };
}
