import { configDocumentSchema, rollbackRequestSchema } from '@wee5/contract';
import type { Response } from 'express';
import { saveConfig } from '../../config-document/save.ts';
import { toDocument } from '../../config-document/stored.ts';
import type { AppContext } from '../../context.ts';
import { ApiError } from '../../errors.ts';
import type { CommunityRequest } from '../read-community.ts';
import { requireCreator } from '../require-creator.ts';
import { validate } from '../validate.ts';
import { sendConfig } from './get-config.ts';

/**
 * `POST /communities/{communityId}/config/rollback`: saves an earlier version again, as a new one. Whop is not asked
 * about its experiences: it was when they were saved, and a way back has to be open while Whop is away.
 */
export function rollbackConfig(context: AppContext) {
  return async (request: CommunityRequest, response: Response): Promise<void> => {
    const { communityId, by } = await requireCreator(context, request);
    const { version, to } = validate(rollbackRequestSchema, request.body);
    const stored = await context.functions.getConfigurationVersion(communityId, to);
    if (!stored) {
      throw new ApiError('unknown-version', `Version ${to} was never saved: look at /config/versions.`);
    }
    const document = validate(configDocumentSchema, toDocument(stored));
    const config = await saveConfig(context, {
      communityId,
      version,
      document,
      savedBy: by,
      restoredFrom: to,
    });
    sendConfig(response, config);
  };
}
