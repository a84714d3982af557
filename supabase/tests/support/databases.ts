import { supabase } from './as-on-supabase.ts';
import { database } from './database.ts';

/** What is said of access has to hold where nobody prepared anything and where Supabase opened everything. */
export const DATABASES = [
  { where: 'on a plain database', database },
  { where: 'as on Supabase', database: supabase },
] as const;
