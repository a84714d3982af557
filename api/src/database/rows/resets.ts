import type { Reset } from '@wee5/contract';

export type ResetRow = Reset;

/** What came of undoing a reset; `too-much` names whose total would leave the safe integers. */
export type UndoneReset =
  | { outcome: 'undone'; reset: ResetRow }
  | { outcome: 'undone-before' | 'too-late' }
  | { outcome: 'too-much'; userId: string };
