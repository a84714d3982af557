import type { Visitor } from '../visitor.ts';
import { data } from './data.ts';
import { looks } from './looks.ts';
import { moving } from './moving.ts';
import { parts } from './parts.ts';
import { policies } from './policy.ts';
import { reading } from './reading.ts';

/** What holds in every engine, by what it is about. */
export const checks: Record<string, (visitor: Visitor) => void> = {
  data,
  parts,
  policies,
  looks,
  reading,
  moving,
};
