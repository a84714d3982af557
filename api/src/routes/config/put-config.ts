import { saveConfigRequestSchema } from '@wee5/contract';
import type { Response } from 'express';
import { proposeConfig } from '../../config-document/propose.ts';
import { saveConfig } from '../../config-document/save.ts';
import type { AppContext } from '../../context.ts';
import { invalidPart } from '../../errors.ts';
import type { CommunityRequest } from '../read-community.ts';
import { requireCreator } from '../require-creator.ts';
import { validate } from '../validate.ts';
import { sendConfig } from './get-config.ts';

/** `PUT /communities/{communityId}/config`: answers the configuration as it is from now on. */
export function putConfig(context: AppContext) {
  return async (request: CommunityRequest, response: Response): Promise<void> => {
    const { communityId, by } = await requireCreator(context, request);
    const change = readChange(request);
    const { version } = change;
    const { document } = await proposeConfig(context, communityId, change);
    sendConfig(response, await saveConfig(context, { communityId, version, document, savedBy: by }));
  };
}

/** What is to be changed, and the version that was edited: in the body, or as `If-Match: "7"`. */
function readChange(request: CommunityRequest) {
  const tag = request.get('If-Match');
  if (tag === undefined) return validate(saveConfigRequestSchema, request.body);
  const [, matched] = /^(?:W\/)?"(\d{1,15})"$/.exec(tag.trim()) ?? [];
  if (matched === undefined)
    throw invalidPart('If-Match', 'must be the ETag of a configuration, such as "7"');
  const version = Number(matched);
  const change = validate(saveConfigRequestSchema, { version, ...(request.body as object) });
  if (change.version !== version) throw invalidPart('version', 'is another one than `If-Match` says');
  return change;
}
