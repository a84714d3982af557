import type { Visitor } from '../visitor.ts';
import { data } from './data.ts';
import { parts } from './parts.ts';

/** What holds in every engine, by what it is about. */
export const checks: Record<string, (visitor: Visitor) => void> = { data, parts };
