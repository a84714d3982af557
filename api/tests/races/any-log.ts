import type { ActivityType, ConfigDocument, Receipt, Refusal } from '@wee5/contract';
import type pg from 'pg';

export interface LogRow {
  userId: string;
  source: string;
  key: string;
  xp: number;
  refusal: Refusal | null;
  receipt: Receipt;
  /** Event time in milliseconds. */
  at: number;
}

/** What was booked in a community, in the order of booking. */
export async function readLog(client: pg.Client, communityId: string): Promise<LogRow[]> {
  const { rows } = await client.query<LogRow>(
    `select user_id as "userId", activity_type as source, key, xp_awarded::int as xp, refusal, receipt,
       (extract(epoch from created_at) * 1000)::float8 as at
     from public.activity_log where community_id = $1 order by booking`,
    [communityId],
  );
  return rows;
}

/** Rows of one member and source, by both. */
export function bySource(rows: LogRow[]): LogRow[][] {
  return [...Map.groupBy(rows, ({ userId, source }) => `${userId} ${source}`).values()];
}

export function isLedgerEntry({ source }: LogRow): boolean {
  return ['adjustment', 'reversal', 'reset'].includes(source);
}

/** Milliseconds; what the rules say of a source, read once more than the engine does. */
export function cooldownMsOf(document: ConfigDocument, source: string): number {
  const rule = ruleOf(document, source);
  if (rule?.effortBank) return 0;
  const plain = ['chat', 'reply', 'reaction'].includes(source) ? document.cooldownSeconds : 0;
  return (rule?.cooldownSeconds ?? plain) * 1000;
}

type AnyRule = Pick<
  NonNullable<ConfigDocument['rules']['sources']['lesson']>,
  'cooldownSeconds' | 'effortBank' | 'dailyCap' | 'weeklyCap'
>;

export function ruleOf({ rules }: ConfigDocument, source: string): AnyRule | undefined {
  if (source.startsWith('event.')) return rules.events[source.slice('event.'.length)];
  return rules.sources[source as Exclude<ActivityType, `event.${string}`>];
}

/** Whether being reacted to is worth something; where it is not, it is not booked. */
export function paysReceivers({ rules }: ConfigDocument): boolean {
  const xp = rules.sources.reaction_received?.xp ?? 0;
  return (typeof xp === 'number' ? xp : xp.max) > 0;
}
