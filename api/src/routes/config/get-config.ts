import type { Config } from '@wee5/contract';
import type { Response } from 'express';
import { readConfiguration } from '../../config-document/read.ts';
import { showConfig } from '../../config-document/show.ts';
import type { AppContext } from '../../context.ts';
import type { CommunityRequest } from '../read-community.ts';
import { requireCreator } from '../require-creator.ts';

/** `GET /communities/{communityId}/config` */
export function getConfig(context: AppContext) {
  return async (request: CommunityRequest, response: Response): Promise<void> => {
    const { communityId } = await requireCreator(context, request);
    sendConfig(response, showConfig(await readConfiguration(context, communityId)));
  };
}

/**
 * Answers with a configuration. Its `ETag` is the version, for `If-Match`; no cache may keep it, since it also tells
 * what changes without a save.
 */
export function sendConfig(response: Response, config: Config): void {
  response.setHeader('ETag', `"${config.version}"`);
  response.setHeader('Cache-Control', 'no-store');
  response.json(config);
}
