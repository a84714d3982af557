import type { Activity } from '../../src/pipeline/activity.ts';

/**
 * The same activities as the path makes them: a reaction is one of two members, under the natural keys of both, and
 * nobody reacts to themselves. In (time, key) order.
 */
export function natural(activities: Activity[]): Activity[] {
  const isReaction = ({ type }: Activity) => type === 'reaction' || type === 'reaction_received';
  return activities
    .flatMap((activity) => (isReaction(activity) ? bothSides(activity) : [activity]))
    .toSorted((one, other) => one.at.getTime() - other.at.getTime() || (one.key < other.key ? -1 : 1));
}

function bothSides(activity: Activity): Activity[] {
  const { userId, counterpartId, key } = activity;
  if (counterpartId === null) return [];
  return [
    { ...activity, type: 'reaction', key: `reaction:${userId}:${key}` },
    {
      ...activity,
      type: 'reaction_received',
      key: `received:${userId}:${key}`,
      userId: counterpartId,
      counterpartId: userId,
      productIds: counterpartId === 'user_cleo' ? ['prod_vip'] : [],
    },
  ];
}
