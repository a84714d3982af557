import { ApiError } from '../../errors.ts';

/** For who never did anything in a community, or was erased. */
export function unknownMember(): ApiError {
  return new ApiError('unknown-member', 'Nothing is known about this member here: check the id.');
}
