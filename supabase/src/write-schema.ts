import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { PGlite } from '@electric-sql/pglite';
import { describeSchema } from './describe-schema.ts';

// Run as a program: writes schema.txt, the end state of the migrations.
const migrations = new URL('../migrations/', import.meta.url);
const pglite = await PGlite.create();
for (const file of readdirSync(migrations).toSorted()) {
  // Git may check the file out with other line endings, which a function's md5 would show.
  await pglite.exec(readFileSync(new URL(file, migrations), 'utf8').replaceAll('\r\n', '\n'));
}
const description = await describeSchema(async <Row>(sql: string) => (await pglite.query<Row>(sql)).rows);
await pglite.close();
writeFileSync(new URL('../schema.txt', import.meta.url), description);
console.log(`supabase/schema.txt describes ${description.split('\n\n').length} objects.`);
