import type { Log } from './log.ts';
import type { Migration } from './migrations.ts';

/** One connection, which nobody else uses meanwhile. */
export interface MigrationSession {
  /** Runs one or more statements. */
  exec(sql: string): Promise<unknown>;
  query<Row>(sql: string, values: string[]): Promise<Row[]>;
}

interface AppliedMigration {
  version: string;
  checksum: string;
}

// The lock ends with the transaction, so it also works through a transaction pooler. The check spares a role that
// may not create schemas, as long as there is nothing to create.
const prepare = `
  select pg_advisory_xact_lock(hashtextextended('wee5_migrations', 0));
  do $$
  begin
    if to_regclass('wee5_migrations.applied') is null then
      create schema wee5_migrations;
      create table wee5_migrations.applied (
        version text primary key,
        checksum text not null,
        applied_at timestamptz not null default now()
      );
    end if;
  end
  $$;
`;

/**
 * Applies what is missing of `migrations`, each in a transaction of its own together with its row in
 * `wee5_migrations.applied`. Of several processes one applies a migration while the others wait, then find it done.
 *
 * @returns how many were applied here.
 * @throws an `Error` naming the file when one fails, was changed after it had been applied, or is unknown here.
 */
export async function migrate(
  session: MigrationSession,
  migrations: Migration[],
  log: Log = () => {},
): Promise<number> {
  let count = 0;
  for (let done = await applyNext(session, migrations); done; done = await applyNext(session, migrations)) {
    log(`Applied migration ${done.version}.`);
    count += 1;
  }
  return count;
}

async function applyNext(session: MigrationSession, migrations: Migration[]): Promise<Migration | undefined> {
  await session.exec('begin');
  try {
    await session.exec(prepare);
    const next = findNext(migrations, await readApplied(session));
    if (next) await apply(session, next);
    await session.exec('commit');
    return next;
  } catch (error) {
    // The first error is the one worth reading; a lost connection has rolled back by itself.
    await session.exec('rollback').catch(() => {});
    throw error;
  }
}

function readApplied(session: MigrationSession): Promise<AppliedMigration[]> {
  return session.query(
    'select version, checksum from wee5_migrations.applied order by version collate "C"',
    [],
  );
}

function findNext(migrations: Migration[], applied: AppliedMigration[]): Migration | undefined {
  refuseUnknown(migrations, applied);
  refuseChanged(migrations, applied);
  const done = new Set(applied.map(({ version }) => version));
  const next = migrations.find(({ version }) => !done.has(version));
  const last = applied.at(-1);
  if (next && last && next.version < last.version) {
    throw new Error(
      `Migration ${next.version}.sql comes before ${last.version}.sql, which is already applied; ` +
        'give it a later number.',
    );
  }
  return next;
}

function refuseUnknown(migrations: Migration[], applied: AppliedMigration[]): void {
  const known = new Set(migrations.map(({ version }) => version));
  const unknown = applied.filter(({ version }) => !known.has(version)).map(({ version }) => version);
  if (unknown.length > 0) {
    throw new Error(
      `The database was made by a newer version of Wee5: it has the migrations ${unknown.join(', ')}, ` +
        'which this version does not know. Update Wee5 or use another database.',
    );
  }
}

function refuseChanged(migrations: Migration[], applied: AppliedMigration[]): void {
  const checksums = new Map(applied.map(({ version, checksum }) => [version, checksum]));
  const changed = migrations.find(
    ({ version, checksum }) => checksums.has(version) && checksums.get(version) !== checksum,
  );
  if (changed) {
    throw new Error(
      `Migration ${changed.version}.sql was changed after it had been applied to this database. ` +
        'Restore the file and put the change into a new migration, or start with a new database.',
    );
  }
}

async function apply(session: MigrationSession, { version, checksum, sql }: Migration): Promise<void> {
  try {
    await session.exec(sql);
  } catch (cause) {
    const { message, position } = cause as { message: string; position?: string };
    const line = position ? ` at line ${lineAt(sql, Number(position))}` : '';
    throw new Error(`Migration ${version}.sql failed${line}: ${message}. Nothing of it was applied.`, {
      cause,
    });
  }
  await session.query('insert into wee5_migrations.applied (version, checksum) values ($1, $2)', [
    version,
    checksum,
  ]);
}

function lineAt(sql: string, position: number): number {
  return sql.slice(0, position - 1).split('\n').length;
}
