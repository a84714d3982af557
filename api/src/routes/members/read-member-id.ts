import { invalidPart } from '../../errors.ts';
import { readId } from '../read-community.ts';

export interface MemberRequestParams {
  communityId: string;
  userId: string;
}

/** The id of a member whom a creator names. Throws `validation-failed`, also for `me`, who would come into being. */
export function readMemberId(userId: string): string {
  if (userId === 'me') throw invalidPart('userId', 'must be a Whop user id; `me` is whoever reads their own');
  return readId('userId', userId);
}
