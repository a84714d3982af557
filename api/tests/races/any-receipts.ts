import type { ConfigDocument, Receipt } from '@wee5/contract';
import { expect } from 'vitest';
import { isLedgerEntry, type LogRow } from './any-log.ts';

/** What a receipt says makes what was awarded: with pencil and paper, in whole thousands of millionths. */
export function expectReceiptsToAddUp(log: LogRow[], { rules }: ConfigDocument): void {
  const awarded = log.filter((row) => row.refusal === null && !isLedgerEntry(row));
  expect(awarded.length).toBeGreaterThan(0);
  for (const { key, source, xp, receipt } of awarded) {
    expect(receipt.rule).toBe(source);
    expect(worthOf(receipt), `${key}: ${JSON.stringify(receipt)}`).toBe(xp);
    const most = rules.maxMultiplier ?? 1000;
    expect(receipt.multiplier ?? 1, key).toBeCloseTo(Math.min(stacked(receipt, rules.stacking), most), 9);
  }
}

const SCALE = 1_000_000_000n;

function worthOf({ base, bonus, multiplier = 1, repeat = 1, cap, bank }: Receipt): number {
  const factor = BigInt(Math.round(multiplier * Number(SCALE)));
  const [above, below] = [BigInt(base + (bonus?.xp ?? 0)) * factor, SCALE * BigInt(repeat)];
  const rounded = Number((2n * above + below) / (2n * below));
  return Math.min(rounded, cap?.left ?? Infinity, bank?.left ?? Infinity);
}

function stacked({ multipliers }: Receipt, stacking: ConfigDocument['rules']['stacking']): number {
  const factors = multipliers.map(({ factor }) => factor);
  if (factors.length === 0) return 1;
  if (stacking === 'highest') return Math.max(...factors);
  if (stacking === 'compound') return factors.reduce((product, factor) => product * factor, 1);
  return Math.max(
    0,
    factors.reduce((sum, factor) => sum + factor - 1, 1),
  );
}
