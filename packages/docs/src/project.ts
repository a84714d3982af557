import { join } from 'node:path';

export const projectRoot = join(import.meta.dirname, '../../..');
export const packageRoot = join(import.meta.dirname, '..');

/** Where the sources are read that are no page here. */
export const repository = 'https://github.com/wee5/wee5';
