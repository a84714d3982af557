import type { ConfigDocument } from '@wee5/contract';
import { expect } from 'vitest';
import { Periods, type TimeZones } from '../../src/preview/time-zones.ts';
import type { Happening } from './any-happenings.ts';
import { bySource, cooldownMsOf, isLedgerEntry, paysReceivers, ruleOf, type LogRow } from './any-log.ts';

const isAwarded = ({ refusal }: LogRow) => refusal === null;

/** Every key once, and whatever is missing was refused early by an award within its cooldown. */
export function expectEachOnce(log: LogRow[], document: ConfigDocument, happenings: Happening[]): void {
  const counted = new Map([...Map.groupBy(log, ({ key }) => key)].map(([key, rows]) => [key, rows.length]));
  expect([...counted].filter(([, count]) => count > 1)).toEqual([]);
  for (const { activities, at } of happenings) {
    for (const { key, userId, source } of activities) {
      if (counted.has(key) || (source === 'reaction_received' && !paysReceivers(document))) continue;
      expect(neighbourOf(log, { userId, source, at: at.getTime() }, document), `${key} is missing`).toBe(
        true,
      );
    }
  }
}

/** Awards of a member and source lie the cooldown apart, and what it refused lies within that of one. */
export function expectCooldowns(log: LogRow[], document: ConfigDocument): number {
  for (const rows of bySource(log.filter(isAwarded))) {
    const times = rows.toSorted((one, other) => one.at - other.at);
    for (const [index, row] of times.slice(1).entries()) {
      const before = times[index] ?? row;
      const apart = row.at - before.at;
      expect(apart, `${before.key} and ${row.key}`).toBeGreaterThanOrEqual(
        cooldownMsOf(document, row.source),
      );
    }
  }
  const refused = log.filter(({ refusal }) => refusal === 'cooldown');
  for (const row of refused) expect(neighbourOf(log, row, document), `${row.key} was free`).toBe(true);
  return refused.length;
}

function neighbourOf(
  log: LogRow[],
  { userId, source, at }: Pick<LogRow, 'userId' | 'source' | 'at'>,
  document: ConfigDocument,
): boolean {
  return log.some(
    (row) =>
      isAwarded(row) &&
      row.userId === userId &&
      row.source === source &&
      Math.abs(row.at - at) < cooldownMsOf(document, source),
  );
}

/** Of a member: no source, and not all together, earned more in a day or week than the rules allow. */
export function expectCaps(log: LogRow[], document: ConfigDocument, zones: TimeZones): void {
  const periods = new Periods(zones);
  const earned = new Map<string, { xp: number; cap: number }>();
  for (const row of log.filter((each) => isAwarded(each) && !isLedgerEntry(each))) {
    for (const kind of ['day', 'week'] as const) {
      const period = periods.find(kind, new Date(row.at));
      const cap = kind === 'day' ? ('dailyCap' as const) : ('weeklyCap' as const);
      for (const [of, limit] of [
        [row.source, ruleOf(document, row.source)?.[cap]],
        ['all', document.rules[cap]],
      ] as const) {
        const name = `${row.userId} ${of} ${period}`;
        const xp = (earned.get(name)?.xp ?? 0) + row.xp;
        earned.set(name, { xp, cap: limit ?? Infinity });
      }
    }
  }
  expect([...earned].filter(([, { xp, cap }]) => xp > cap)).toEqual([]);
}

/** In the order of booking no effort bank had ever paid more than it began with and what had flown into it. */
export function expectBanks(log: LogRow[], document: ConfigDocument): number {
  let banked = 0;
  for (const rows of bySource(log.filter(isAwarded))) {
    const [first] = rows;
    const bank = first && ruleOf(document, first.source)?.effortBank;
    if (!bank) continue;
    let [paid, newest] = [0, first.at];
    for (const row of rows) {
      paid += row.xp;
      newest = Math.max(newest, row.at);
      const most = bank.capacity + ((newest - first.at) / 3_600_000) * bank.refillPerHour;
      expect(paid, `${row.userId} ${row.key}`).toBeLessThanOrEqual(most + 1e-6);
      banked += 1;
    }
  }
  return banked;
}

/** What was taken back of each payment and membership is what its newest words say, whatever came first. */
export function expectTakenBack(log: LogRow[], document: ConfigDocument, happenings: Happening[]): number {
  const shares = sharesOf(happenings, document);
  const taken = new Map<string, number>();
  for (const { key, xp } of log.filter(({ source }) => source === 'reversal')) {
    const origin = key.replace(/^reversal:/, '').replace(/:\d+$/, '');
    taken.set(origin, (taken.get(origin) ?? 0) - xp);
  }
  for (const { key, xp } of log.filter((row) => isAwarded(row) && /^(payment|membership):/.test(row.key))) {
    const share = Math.min(1, shares.get(key) ?? 0);
    expect(taken.get(key) ?? 0, `${key} gave ${xp}, and ${share} of it is taken back`).toBe(
      Math.round(xp * share),
    );
    taken.delete(key);
  }
  expect([...taken]).toEqual([]);
  return log.filter(({ source }) => source === 'reversal').length;
}

function sharesOf(happenings: Happening[], { rules }: ConfigDocument): Map<string, number> {
  const newest = new Map<string, { of: string; share: number }>();
  for (const { takesBack } of happenings) {
    if (takesBack && rules.takeBack[takesBack.reason] === 'take') newest.set(takesBack.key, takesBack);
  }
  const shares = new Map<string, number>();
  for (const { of, share } of newest.values()) shares.set(of, (shares.get(of) ?? 0) + share);
  return shares;
}
