const CHECK = '23514';
const UNIQUE = '23505';
const EXCLUSION = '23P01';
const FOREIGN_KEY = '23503';
export const UNKNOWN_ZONE = '22023';

type Violation = [code: string, ...statements: string[]];

const set = (table: string, change: string): Violation => [
  CHECK,
  `update public.${table} set ${change} where ${table === 'communities' ? 'id' : 'community_id'} = :club`,
];

/** One row that is fine, with one value changed by `change`: `{ xp: '-1' }`. */
function insert(table: keyof typeof ROWS, change: Record<string, string> = {}): string {
  const row: Record<string, string> = { ...ROWS[table], ...change };
  return `insert into public.${table} (${Object.keys(row).join(', ')}) values (${Object.values(row).join(', ')})`;
}

const UUID = `'00000000-0000-4000-8000-000000000001'`;
const HASH = `sha256('a')`;

const ROWS = {
  communities: { id: ':club' },
  xp_configurations: { community_id: ':club', level_thresholds: `'{1}'` },
  configuration_versions: { community_id: ':club', version: '7', document: `'{}'`, saved_at: 'now()' },
  community_time_zones: {
    community_id: ':club',
    kind: `'day'`,
    starts_at: `'-infinity'`,
    time_zone: `'UTC'`,
  },
  users: { community_id: ':club', id: `'ana'` },
  activity_log: {
    community_id: ':club',
    id: UUID,
    user_id: `'ana'`,
    activity_type: `'chat'`,
    key: `'chat:1'`,
    xp_awarded: '0',
    created_at: 'now()',
    period_at: 'now()',
  },
  processed_events: { community_id: ':club', key_hash: HASH },
  period_totals: {
    community_id: ':club',
    kind: `'day'`,
    starts_on: `'2026-11-20'`,
    time_zone: `'UTC'`,
    user_id: `'ana'`,
    xp: '1',
    reached_at: 'now()',
  },
  streak_days: { community_id: ':club', user_id: `'ana'`, day: `'2026-11-20'` },
  rewards: {
    community_id: ':club',
    id: UUID,
    level_requirement: '1',
    reward_type: `'badge'`,
    name: `'First'`,
  },
  user_rewards: { community_id: ':club', user_id: `'ana'`, reward_id: UUID, unlocked_at: 'now()' },
  quarantined_events: {
    community_id: ':club',
    webhook_id: `'msg_1'`,
    event_type: `'message.created'`,
    reason: `'unknown-shape'`,
    payload: `'{}'`,
    received_at: 'now()',
  },
  api_keys: { community_id: ':club', id: UUID, kind: `'secret'`, key_hash: HASH },
  outbox: { community_id: ':club', id: UUID, kind: `'webhook'`, payload: `'{}'` },
  memberships: {
    community_id: ':club',
    id: `'mem_1'`,
    user_id: `'ana'`,
    active: 'true',
    changed_at: 'now()',
  },
  take_backs: {
    community_id: ':club',
    key: `'refund:1'`,
    of_key: `'payment:1'`,
    share: '1',
    reason: `'refund'`,
    changed_at: 'now()',
  },
  resets: { community_id: ':club', id: UUID, made_at: 'now()' },
  flags: {
    community_id: ':club',
    id: UUID,
    kind: `'burst'`,
    user_ids: `'{ana}'`,
    day: `'2026-11-20'`,
    found_at: 'now()',
  },
  integrity_checks: { community_id: ':club', checked_at: `'2026-11-20Z'`, ok: 'true', members: '1' },
  service_state: { alive_at: 'now()', reconciled_at: 'now()' },
};

const twice = (table: keyof typeof ROWS): Violation => [UNIQUE, insert(table), insert(table)];
const STRAY = { community_id: `'biz_nowhere'` };
const BEYOND_SAFE = { xp: '9007199254740992', peak_xp: '9007199254740992', reached_at: 'now()' };

/** What each constraint refuses: its SQLSTATE, and the last of these statements, which breaks nothing else. */
export const VIOLATIONS: Record<string, Violation> = {
  communities_pkey: [UNIQUE, insert('communities')],
  community_id_is_short_text: [CHECK, insert('communities', { id: `repeat('a', 201)` })],
  community_visibility_is_known: set('communities', `visibility = 'open'`),
  community_version_never_negative: set('communities', 'version = -1'),
  // Postgres itself refuses an unknown zone while the constraint converts, in its own words.
  community_time_zone_is_known: [
    UNKNOWN_ZONE,
    `update public.communities set time_zone = 'Mars/Olympus_Mons' where id = :club`,
  ],

  xp_configurations_pkey: [UNIQUE, insert('xp_configurations')],
  xp_configuration_belongs_to_a_community: [FOREIGN_KEY, insert('xp_configurations', STRAY)],
  configured_xp_is_never_negative: set('xp_configurations', 'reply_xp = -1'),
  cooldown_is_at_most_a_week: set('xp_configurations', 'cooldown_seconds = 604801'),
  level_thresholds_are_one_list: set('xp_configurations', `level_thresholds = '{{1,2},{3,4}}'`),
  rules_are_an_object: set('xp_configurations', `rules = '[]'`),
  curve_has_a_kind: set('xp_configurations', `curve = '{"kind": 6}'`),
  level_names_are_a_list: set('xp_configurations', `levels = '{}'`),
  demotion_is_known: set('xp_configurations', `demotion = 'never'`),
  configuration_version_is_positive: set('xp_configurations', 'version = 0'),

  configuration_versions_pkey: twice('configuration_versions'),
  configuration_version_belongs_to_a_community: [FOREIGN_KEY, insert('configuration_versions', STRAY)],
  configuration_document_is_an_object: [CHECK, insert('configuration_versions', { document: `'[]'` })],
  restored_version_is_an_earlier_one: [CHECK, insert('configuration_versions', { restored_from: '7' })],

  community_time_zones_pkey: twice('community_time_zones'),
  zone_belongs_to_a_community: [FOREIGN_KEY, insert('community_time_zones', STRAY)],
  zone_kind_is_known: [CHECK, insert('community_time_zones', { kind: `'year'` })],
  zone_of_a_period_is_known: [
    UNKNOWN_ZONE,
    insert('community_time_zones', { time_zone: `'Mars/Olympus_Mons'` }),
  ],

  users_pkey: twice('users'),
  member_belongs_to_a_community: [FOREIGN_KEY, insert('users', STRAY)],
  member_id_is_short_text: [CHECK, insert('users', { id: `''` })],
  total_xp_is_a_safe_integer: [CHECK, insert('users', BEYOND_SAFE)],
  level_is_never_negative: [CHECK, insert('users', { level: '-1' })],
  member_with_xp_has_reached_it_at_a_time: [CHECK, insert('users', { xp: '1', peak_xp: '1' })],
  member_visibility_is_known: [CHECK, insert('users', { visibility: `'ghost'` })],
  pseudonym_is_short_text: [CHECK, insert('users', { pseudonym: `''`, public_id: `'anon_1'` })],
  member_with_a_pseudonym_has_a_public_id: [CHECK, insert('users', { pseudonym: `'Night Owl'` })],
  public_id_is_unique: [
    EXCLUSION,
    insert('users', { public_id: `'anon_1'` }),
    insert('users', { id: `'ben'`, public_id: `'anon_1'` }),
  ],
  member_time_zone_is_known: [UNKNOWN_ZONE, insert('users', { time_zone: `'Mars/Olympus_Mons'` })],
  peak_is_never_below_the_total: [CHECK, insert('users', { xp: '2', peak_xp: '1', reached_at: 'now()' })],
  effort_banks_are_an_object: [CHECK, insert('users', { effort_banks: `'[]'` })],

  activity_log_pkey: twice('activity_log'),
  activity_type_is_known: [CHECK, insert('activity_log', { activity_type: `'dance'` })],
  refusal_is_known: [CHECK, insert('activity_log', { refusal: `'mood'` })],
  refused_activity_earns_nothing: [CHECK, insert('activity_log', { refusal: `'cooldown'`, xp_awarded: '1' })],
  only_the_creator_or_a_reversal_takes_xp: [CHECK, insert('activity_log', { xp_awarded: '-1' })],
  earned_xp_counts_in_a_period: [CHECK, insert('activity_log', { period_at: 'null' })],

  processed_events_pkey: twice('processed_events'),
  key_hash_is_sha256: [CHECK, insert('processed_events', { key_hash: `'abc'` })],

  period_totals_pkey: twice('period_totals'),
  period_kind_is_known: [CHECK, insert('period_totals', { kind: `'year'` })],
  week_starts_on_monday: [CHECK, insert('period_totals', { kind: `'week'`, starts_on: `'2026-11-22'` })],
  month_starts_on_the_first: [CHECK, insert('period_totals', { kind: `'month'` })],
  period_xp_is_a_safe_integer: [CHECK, insert('period_totals', { xp: '9007199254740992' })],

  streak_days_pkey: twice('streak_days'),

  rewards_pkey: twice('rewards'),
  reward_belongs_to_a_community: [FOREIGN_KEY, insert('rewards', STRAY)],
  reward_level_is_never_negative: [CHECK, insert('rewards', { level_requirement: '-1' })],
  reward_type_is_known: [CHECK, insert('rewards', { reward_type: `'car'` })],
  reward_name_is_short_text: [CHECK, insert('rewards', { name: `''` })],
  reward_metadata_is_an_object: [CHECK, insert('rewards', { metadata: `'[]'` })],
  reward_metadata_holds_no_code: [CHECK, insert('rewards', { metadata: `'{"code": "HI"}'` })],
  only_a_custom_reward_has_a_code: [CHECK, insert('rewards', { code: `'HI'` })],

  user_rewards_pkey: [
    UNIQUE,
    insert('users'),
    insert('rewards'),
    insert('user_rewards'),
    insert('user_rewards'),
  ],
  user_reward_belongs_to_a_member: [FOREIGN_KEY, insert('rewards'), insert('user_rewards')],
  user_reward_belongs_to_a_reward: [FOREIGN_KEY, insert('users'), insert('user_rewards')],
  user_reward_state_is_known: [CHECK, insert('user_rewards', { state: `'lost'` })],
  unlocked_reward_is_not_claimed: [CHECK, insert('user_rewards', { claimed_at: 'now()' })],

  quarantined_events_pkey: twice('quarantined_events'),
  quarantine_reason_is_known: [CHECK, insert('quarantined_events', { reason: `'boredom'` })],

  api_keys_pkey: [UNIQUE, insert('api_keys'), insert('api_keys', { key_hash: `sha256('b')` })],
  api_key_belongs_to_a_community: [FOREIGN_KEY, insert('api_keys', STRAY)],
  api_key_is_unique: [UNIQUE, insert('api_keys'), insert('api_keys', { id: 'gen_random_uuid()' })],
  api_key_kind_is_known: [CHECK, insert('api_keys', { kind: `'skeleton'` })],
  api_key_hash_is_sha256: [CHECK, insert('api_keys', { key_hash: `'abc'` })],

  outbox_pkey: twice('outbox'),
  outbox_row_belongs_to_a_community: [FOREIGN_KEY, insert('outbox', STRAY)],
  outbox_attempts_never_negative: [CHECK, insert('outbox', { attempts: '-1' })],

  memberships_pkey: twice('memberships'),
  membership_belongs_to_a_community: [FOREIGN_KEY, insert('memberships', STRAY)],

  take_backs_pkey: twice('take_backs'),
  take_back_belongs_to_a_community: [FOREIGN_KEY, insert('take_backs', STRAY)],
  take_back_share_is_a_fraction: [CHECK, insert('take_backs', { share: '1.01' })],
  take_back_amount_is_not_negative: [CHECK, insert('take_backs', { amount: '-0.01' })],
  take_back_currency_is_of_an_amount: [CHECK, insert('take_backs', { currency: `'usd'` })],
  take_back_untaken_is_not_negative: [CHECK, insert('take_backs', { untaken: '-1' })],
  take_back_reason_is_known: [CHECK, insert('take_backs', { reason: `'mood'` })],

  resets_pkey: twice('resets'),
  reset_belongs_to_a_community: [FOREIGN_KEY, insert('resets', STRAY)],

  flags_pkey: [UNIQUE, insert('flags'), insert('flags', { day: `'2026-11-21'` })],
  flag_belongs_to_a_community: [FOREIGN_KEY, insert('flags', STRAY)],
  flag_is_raised_once_a_day: [UNIQUE, insert('flags'), insert('flags', { id: 'gen_random_uuid()' })],
  flag_kind_is_known: [CHECK, insert('flags', { kind: `'hunch'` })],
  flag_names_somebody: [CHECK, insert('flags', { user_ids: `'{}'` })],

  integrity_checks_pkey: twice('integrity_checks'),
  integrity_check_belongs_to_a_community: [FOREIGN_KEY, insert('integrity_checks', STRAY)],

  service_state_pkey: twice('service_state'),
  service_state_is_one_row: [CHECK, insert('service_state', { only_row: 'false' })],
  what_is_owed_was_noted: [CHECK, insert('service_state', { owed_since: 'now()' })],
};
