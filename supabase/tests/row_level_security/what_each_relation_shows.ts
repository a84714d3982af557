import { EVERYBODY } from './world.ts';

/** Refused before any row is looked at. */
export const REFUSED = 'refused';

/** Who holds a member token and is let into its community. */
export interface Asker {
  club: string;
  userId: string;
  admin: boolean;
}

/** The names of the rows; null for an asker who is let in nowhere. */
type Shows = (asker: Asker | null) => string[] | typeof REFUSED;

const letIn =
  (shows: (asker: Asker) => string[]): Shows =>
  (asker) =>
    asker ? shows(asker) : [];

const refused: Shows = () => REFUSED;
const theCommunity = letIn(({ club }) => [club]);
const theCommunityToAdmins = letIn(({ club, admin }) => (admin ? [club] : []));
const ownOrAllToAdmins = letIn(({ club, userId, admin }) =>
  EVERYBODY.filter((id) => admin || id === userId).map((id) => `${club}/${id}`),
);

/** With XP and not excluded; one's own place is there even for who is hidden. */
const membersBoard = letIn(({ club, userId, admin }) =>
  ['ana', 'ben', 'pia', 'mia', ...(admin || userId === 'hal' ? ['hal'] : [])].map((id) => `${club}/${id}`),
);

/** What anybody sees, whoever they are: of pia the public id alone. */
export const PUBLIC_BOARD = ['open', 'other'].flatMap((club) => [
  `${club}/ana`,
  `${club}/ben`,
  `${club}/anon_8`,
]);

/** The column that says whose a row is; the service's own state is nobody's. */
export function ownerColumn(relation: string): string {
  if (relation === 'communities') return 'id';
  return relation === 'service_state' ? 'only_row' : 'community_id';
}

/** For every relation of schema public: how its rows are named here, and which a holder of a member token sees. */
export const RELATIONS: Record<string, { name: string; shows: Shows }> = {
  communities: { name: 'id', shows: theCommunity },
  xp_configurations: { name: 'community_id', shows: theCommunityToAdmins },
  configuration_versions: { name: 'community_id', shows: refused },
  community_time_zones: { name: 'community_id', shows: refused },
  users: { name: `community_id || '/' || id`, shows: ownOrAllToAdmins },
  activity_log: { name: `community_id || '/' || user_id`, shows: ownOrAllToAdmins },
  processed_events: { name: 'community_id', shows: refused },
  period_totals: { name: `community_id || '/' || user_id`, shows: ownOrAllToAdmins },
  rewards: { name: 'community_id', shows: theCommunity },
  user_rewards: { name: `community_id || '/' || user_id`, shows: ownOrAllToAdmins },
  quarantined_events: { name: 'community_id', shows: theCommunityToAdmins },
  api_keys: { name: 'community_id', shows: refused },
  outbox: { name: 'community_id', shows: refused },
  service_state: { name: 'only_row::text', shows: refused },
  board: { name: `community_id || '/' || user_id`, shows: refused },
  period_board: { name: `community_id || '/' || user_id`, shows: refused },
  public_board: { name: `community_id || '/' || user_id`, shows: () => PUBLIC_BOARD },
  members_board: { name: `community_id || '/' || user_id`, shows: membersBoard },
};
