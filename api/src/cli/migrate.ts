import { Command } from 'commander';
import { readEnvironment, toConfig } from '../config.ts';
import { defaultMigrationsDir } from '../database/paths.ts';
import { migratePostgres } from '../database/postgres-migrate.ts';

/** `wee5 migrate`: brings the Postgres of `DATABASE_URL` up to date, as the server does when it starts. */
export function migrateCommand(): Command {
  return new Command('migrate')
    .description('apply what is missing of supabase/migrations to DATABASE_URL')
    .action(async () => {
      const { url } = toConfig(readEnvironment()).database;
      if (url === undefined) throw new Error('DATABASE_URL is not set: there is no database to migrate.');
      const say = (line: string): void => void process.stdout.write(`${line}\n`);
      const count = await migratePostgres(url, defaultMigrationsDir, say);
      say(count === 0 ? 'Nothing to apply: the schema is up to date.' : `Applied ${count} migrations.`);
    });
}
