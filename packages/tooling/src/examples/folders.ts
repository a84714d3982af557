import { join } from 'node:path';
import { projectRoot } from '../tools.ts';

export function folderOf(example: string): string {
  return join(projectRoot, 'examples', example);
}
