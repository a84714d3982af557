import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const projectDir = fileURLToPath(new URL('../../../', import.meta.url));

/** The schema, as files that are applied in the order of their names. */
export const defaultMigrationsDir = join(projectDir, 'supabase', 'migrations');

/**
 * Where prepared databases are kept: one per project, so that a new data directory anywhere finds them, and
 * outside `node_modules`, so that they outlive an install.
 */
export const defaultCacheDir = join(projectDir, '.wee5', 'cache');
