import { configVersionsQuerySchema, type ConfigVersions } from '@wee5/contract';
import type { Response } from 'express';
import { toDocument } from '../../config-document/stored.ts';
import type { AppContext } from '../../context.ts';
import type { CommunityRequest } from '../read-community.ts';
import { requireCreator } from '../require-creator.ts';
import { validate } from '../validate.ts';

/** `GET /communities/{communityId}/config/versions`, newest first */
export function listConfigVersions(context: AppContext) {
  return async (request: CommunityRequest, response: Response): Promise<void> => {
    const { communityId } = await requireCreator(context, request);
    const { cursor = null, limit } = validate(configVersionsQuerySchema, request.query);
    // One more than asked for tells whether there is a next page.
    const found = await context.functions.listConfigurationVersions(communityId, cursor, limit + 1);
    const page = found.slice(0, limit);
    const last = found.length > limit ? page.at(-1) : undefined;
    response.setHeader('Cache-Control', 'no-store');
    response.json({
      versions: page.map(({ document, ...row }) => ({ ...row, document: toDocument(document) })),
      nextCursor: last ? String(last.version) : null,
    } satisfies ConfigVersions);
  };
}
