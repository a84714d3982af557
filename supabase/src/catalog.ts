/**
 * The parts of questions to the catalog. Each row of an answer is `object` (whom the line is about) and `line`
 * (what is said, empty where being listed is enough), and rows come in the order in which they are to be read.
 */

const ours = `('public', 'auth')`;
const ourRoles = `('anon', 'authenticated', 'service_role')`;

/** `public.users`, whatever the search path. */
const qualified = (schema: string, name: string): string => `${schema}.nspname || '.' || ${name}`;

const kindOf = (relkind: string): string =>
  `case ${relkind} when 'r' then 'table' when 'p' then 'partitioned table' when 'v' then 'view'
     when 'm' then 'materialized view' when 'S' then 'sequence' when 'f' then 'foreign table' when 'c' then 'type' end`;

const relation = `${kindOf('c.relkind')} || ' ' || ${qualified('n', 'c.relname')}`;
const fromRelations = `from pg_catalog.pg_class c
  join pg_catalog.pg_namespace n on n.oid = c.relnamespace and n.nspname in ${ours}`;

const signature = `'function ' || ${qualified('n', 'p.proname')} || '(' || pg_get_function_identity_arguments(p.oid) || ')'`;
const fromFunctions = `from pg_catalog.pg_proc p
  join pg_catalog.pg_namespace n on n.oid = p.pronamespace and n.nspname in ${ours}
  join pg_catalog.pg_language l on l.oid = p.prolang`;

/** The `u.` of `u.xp`, which Postgres 15 writes also where a view has one table; where it has several it says which. */
const alias = String.raw`\m(?!public\.|auth\.)[a-z_]+\.(?=[a-z_])`;

const roles = `
  select 'role ' || rolname as object,
    concat_ws(', ', case when rolcanlogin then 'login' else 'nologin' end, case when rolsuper then 'superuser' end,
      case when rolbypassrls then 'bypassrls' end, case when rolcreaterole then 'createrole' end) as line
  from pg_catalog.pg_roles where rolname in ${ourRoles}
  union all
  select 'schema ' || nspname, '' from pg_catalog.pg_namespace where nspname in ${ours}`;

const relations = `
  select ${relation} as object,
    case
      when c.relkind in ('r', 'p') then 'row level security ' || case when c.relrowsecurity then 'on' else 'OFF' end
        || case when c.relforcerowsecurity then ', forced' else '' end
      when c.relkind in ('v', 'm') then concat_ws(' ', 'with (' || array_to_string(c.reloptions, ', ') || ')',
        'as' || regexp_replace(
          case when pg_get_viewdef(c.oid) like '% JOIN %' then pg_get_viewdef(c.oid)
            else regexp_replace(pg_get_viewdef(c.oid), '${alias}', '', 'g') end,
          '\\s+', ' ', 'g'))
      else ''
    end as line
  ${fromRelations}
  where c.relkind in ('r', 'p', 'v', 'm', 'S', 'f', 'c')`;

const types = `
  select case t.typtype when 'e' then 'enum ' when 'd' then 'domain ' else 'range ' end || ${qualified('n', 't.typname')}
      as object,
    case t.typtype
      when 'e' then (select string_agg(quote_literal(e.enumlabel), ', ' order by e.enumsortorder)
        from pg_catalog.pg_enum e where e.enumtypid = t.oid)
      when 'd' then concat_ws(' ', format_type(t.typbasetype, t.typtypmod), case when t.typnotnull then 'not null' end,
        'default ' || t.typdefault)
      else ''
    end as line
  from pg_catalog.pg_type t join pg_catalog.pg_namespace n on n.oid = t.typnamespace and n.nspname in ${ours}
  where t.typtype in ('e', 'd', 'r')`;

const functions = `
  select ${signature} as object, line
  ${fromFunctions}
  cross join lateral (values
    (1, 'arguments ' || nullif(pg_get_function_arguments(p.oid), pg_get_function_identity_arguments(p.oid))),
    (2, 'returns ' || pg_get_function_result(p.oid)),
    (3, concat_ws(', ', l.lanname,
      case p.provolatile when 'i' then 'immutable' when 's' then 'stable' else 'volatile' end,
      case when p.proisstrict then 'strict' end,
      'security ' || case when p.prosecdef then 'DEFINER' else 'invoker' end,
      case p.proparallel when 'u' then null else 'parallel ' || p.proparallel::text end,
      case when p.prokind <> 'f' then 'kind ' || p.prokind::text end)),
    (4, 'set ' || array_to_string(p.proconfig, ', ')),
    (5, 'body md5 ' || md5(p.prosrc))
  ) v (ord, line)
  where line is not null
  order by p.proname collate "C", ord`;

const columns = `
  select ${relation} as object,
    concat_ws(' ', 'column', a.attname, format_type(a.atttypid, a.atttypmod),
      case when a.attnotnull then 'not null' end,
      case when a.attgenerated <> '' then 'generated always as (' || pg_get_expr(d.adbin, d.adrelid) || ') stored'
        else 'default ' || pg_get_expr(d.adbin, d.adrelid) end,
      case when a.attidentity <> '' then 'identity' end) as line
  ${fromRelations}
  join pg_catalog.pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
  left join pg_catalog.pg_attrdef d on d.adrelid = c.oid and d.adnum = a.attnum
  where c.relkind in ('r', 'p', 'v', 'm', 'f', 'c')
  order by c.relname collate "C", a.attnum`;

/** Without NOT NULL, which is a constraint of its own from Postgres 18 on and stands with the column. */
const constraints = `
  select ${relation} as object,
    'constraint ' || k.conname || ' ' || pg_get_constraintdef(k.oid) || case when k.convalidated then '' else ' NOT VALID' end
      as line
  ${fromRelations}
  join pg_catalog.pg_constraint k on k.conrelid = c.oid and k.contype <> 'n'
  order by c.relname collate "C", strpos('pufc', k.contype::text), k.conname collate "C"`;

/** Those of a key stand with its constraint. */
const indexes = `
  select ${relation} as object,
    regexp_replace(pg_get_indexdef(i.indexrelid), '^CREATE (UNIQUE )?INDEX (\\S+) ON \\S+ USING', '\\1index \\2') as line
  ${fromRelations}
  join pg_catalog.pg_index i on i.indrelid = c.oid
  where not exists (select from pg_catalog.pg_constraint k where k.conindid = i.indexrelid and k.contype in ('p', 'u', 'x'))
  order by c.relname collate "C", i.indexrelid::regclass::text collate "C"`;

/** What others than the owner may do; without an entry the built-in defaults hold (functions: everyone executes). */
const access = `
  select object,
    'grants ' || case when grantee = 0 then 'everyone' else grantee::regrole::text end || ': '
      || string_agg(lower(privilege_type), ', ' order by privilege_type collate "C") as line
  from (
    select ${relation} as object, g.* ${fromRelations}
    cross join lateral aclexplode(c.relacl) g where g.grantee <> c.relowner
    union all
    select ${relation} || '.' || a.attname, g.* ${fromRelations}
    join pg_catalog.pg_attribute a on a.attrelid = c.oid
    cross join lateral aclexplode(a.attacl) g where g.grantee <> c.relowner
    union all
    select ${signature}, g.* ${fromFunctions}
    cross join lateral aclexplode(coalesce(p.proacl, acldefault('f', p.proowner))) g where g.grantee <> p.proowner
    union all
    select 'schema ' || n.nspname, g.* from pg_catalog.pg_namespace n
    cross join lateral aclexplode(n.nspacl) g where n.nspname in ${ours} and g.grantee <> n.nspowner
    union all
    select 'default for new ' || case d.defaclobjtype when 'r' then 'tables' when 'f' then 'functions' when 'S' then 'sequences'
        else d.defaclobjtype::text end || ' in ' || coalesce(n.nspname, 'any schema'), g.*
    from pg_catalog.pg_default_acl d left join pg_catalog.pg_namespace n on n.oid = d.defaclnamespace
    cross join lateral aclexplode(d.defaclacl) g where g.grantee <> d.defaclrole
  ) granted
  group by object, grantee
  order by object collate "C", 2`;

/** Policies and triggers, and defaults that leave new objects to their owner alone. */
const others = `
  select ${relation} as object,
    'policy ' || p.polname || ' for ' || p.polcmd::text || ' to ' || p.polroles::regrole[]::text
      || coalesce(' using (' || pg_get_expr(p.polqual, c.oid) || ')', '')
      || coalesce(' with check (' || pg_get_expr(p.polwithcheck, c.oid) || ')', '') as line
  ${fromRelations} join pg_catalog.pg_policy p on p.polrelid = c.oid
  union all
  select ${relation}, pg_get_triggerdef(t.oid)
  ${fromRelations} join pg_catalog.pg_trigger t on t.tgrelid = c.oid and not t.tgisinternal
  union all
  select 'default for new functions in any schema', 'everyone may NOT execute'
  from pg_catalog.pg_default_acl d
  where d.defaclobjtype = 'f' and d.defaclnamespace = 0
    and not exists (select from aclexplode(d.defaclacl) g where g.grantee = 0)
  order by 1, 2`;

const comments = `
  select ${relation} as object,
    'comment' || coalesce(' on ' || a.attname, '') || ': ' || regexp_replace(d.description, '\\s+', ' ', 'g') as line
  ${fromRelations}
  join pg_catalog.pg_description d on d.objoid = c.oid and d.classoid = 'pg_catalog.pg_class'::regclass
  left join pg_catalog.pg_attribute a on a.attrelid = c.oid and a.attnum = d.objsubid and d.objsubid > 0
  union all
  select 'type ' || ${qualified('n', 't.typname')}, 'comment: ' || d.description
  from pg_catalog.pg_type t join pg_catalog.pg_namespace n on n.oid = t.typnamespace and n.nspname in ${ours}
  join pg_catalog.pg_description d on d.objoid = t.oid and d.classoid = 'pg_catalog.pg_type'::regclass
  union all
  select ${signature}, 'comment: ' || d.description
  ${fromFunctions}
  join pg_catalog.pg_description d on d.objoid = p.oid and d.classoid = 'pg_catalog.pg_proc'::regclass
  order by 1, 2`;

/** In the order in which an object's lines stand in the description. */
export const questions = [
  roles,
  relations,
  types,
  functions,
  columns,
  constraints,
  indexes,
  access,
  others,
  comments,
];
