import type { Reset } from '@wee5/contract';
import type { Request, Response } from 'express';
import type { AppContext } from '../../context.ts';
import type { UndoneReset } from '../../database/functions.ts';
import { ApiError } from '../../errors.ts';
import { readId } from '../read-community.ts';
import { requireCreator } from '../require-creator.ts';

/** `POST /communities/{communityId}/resets/{resetId}/undo`: gives back what a reset took, beside what came since. */
export function undoReset(context: AppContext) {
  return async (
    request: Request<{ communityId: string; resetId: string }>,
    response: Response,
  ): Promise<void> => {
    const { communityId, by } = await requireCreator(context, request, { owner: true });
    const resetId = readId('resetId', request.params.resetId);
    const at = context.now().toISOString();
    const undone = await context.functions.undoReset({ communityId, resetId, by, at });
    if (!undone) throw new ApiError('unknown-reset', 'This community has no such reset: check its id.');
    if (undone.outcome !== 'undone') throw notUndoable(undone);
    context.log.info({ communityId, resetId, by, members: undone.reset.members }, 'Undid a reset');
    response.setHeader('Cache-Control', 'no-store');
    response.json(undone.reset satisfies Reset);
  };
}

function notUndoable(undone: Exclude<UndoneReset, { outcome: 'undone' }>): ApiError {
  switch (undone.outcome) {
    case 'undone-before':
      return new ApiError('not-undoable', 'This reset was undone before: what it took is there already.');
    case 'too-late':
      return new ApiError('not-undoable', 'This reset is more than 30 days old: give XP to members instead.');
    case 'too-much':
      return new ApiError(
        'not-undoable',
        `With what the reset took ${undone.userId} would have more than ${Number.MAX_SAFE_INTEGER} XP: nothing was undone. Take XP from this member first.`,
      );
  }
}
