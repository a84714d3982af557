import type { ApiKey, CreatedApiKey } from '@wee5/contract';

/** A key that was just made, with what to do with it. */
export function toMadeKey({ key, keyId, kind, communityId, allowedOrigins }: CreatedApiKey): string {
  const use =
    kind === 'secret'
      ? 'Send it from your server only: `Authorization: Bearer sk_…`.'
      : `Pages of ${allowedOrigins.join(', ')} may use it: \`X-Wee5-Key\`, or \`?key=\` for pictures and streams.`;
  return [
    `Made a ${kind} key for ${communityId}, with the id ${keyId}:`,
    '',
    `  ${key}`,
    '',
    'It is not shown again: keep it where it is used.',
    use,
  ].join('\n');
}

/** Keys as a table, newest first; times are UTC. */
export function toKeyList(communityId: string, keys: ApiKey[]): string {
  if (keys.length === 0) return `${communityId} has no keys.`;
  const head = ['key id', 'kind', 'made', 'last used', 'revoked', 'label', 'origins'];
  return toTable([head, ...keys.map(toRow)]);
}

function toRow({ keyId, kind, createdAt, lastUsedAt, revokedAt, label, allowedOrigins }: ApiKey): string[] {
  const times = [createdAt, lastUsedAt, revokedAt].map(toMinute);
  return [keyId, kind, ...times, label ?? '-', allowedOrigins.join(' ') || '-'];
}

function toMinute(time: string | null): string {
  return time?.slice(0, 16).replace('T', ' ') ?? '-';
}

function toTable(rows: string[][]): string {
  const widths = (rows[0] ?? []).map((_head, column) =>
    Math.max(...rows.map((row) => row[column]?.length ?? 0)),
  );
  return rows
    .map((row) =>
      row
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}
