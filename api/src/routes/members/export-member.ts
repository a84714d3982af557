import { pipeline } from 'node:stream/promises';
import { activitySummary } from '@wee5/contract';
import type { Request, Response } from 'express';
import type { AppContext } from '../../context.ts';
import type { ActivityPosition, MemberExportRow } from '../../database/functions.ts';
import { readWhom, type Whom } from './read-whom.ts';
import { unknownMember } from './unknown-member.ts';

/** Entries that are asked for at once; PostgREST would cut off what is past 1000. */
const PAGE = 500;

/** `GET /communities/{communityId}/members/{userId}/export` and `/members/me/export`: one document to keep. */
export function exportMember(context: AppContext) {
  return async (
    request: Request<{ communityId: string; userId: string }>,
    response: Response,
  ): Promise<void> => {
    const whom = await readWhom(context, request);
    const kept = await context.functions.getMemberExport(whom.communityId, whom.userId);
    if (!kept) throw unknownMember();
    response.setHeader('Cache-Control', 'no-store');
    response.setHeader('Content-Type', 'application/json');
    response.setHeader('Content-Disposition', 'attachment; filename="wee5-member.json"');
    // A failure from here on cuts the connection, so that half a document is not taken for a whole one.
    await pipeline(write(context, whom, kept), response).catch((error: unknown) =>
      context.log.warn({ err: error, communityId: whom.communityId }, 'An export was not finished'),
    );
  };
}

/** The document in pieces: a log may be longer than what fits into memory or into one call. */
async function* write({ functions, now }: AppContext, { communityId, userId }: Whom, kept: MemberExportRow) {
  const head = { communityId, exportedAt: now().toISOString(), ...kept };
  yield `${JSON.stringify(head).slice(0, -1)},"log":[`;
  let before: ActivityPosition | null = null;
  do {
    const page: Awaited<ReturnType<typeof functions.getLogExport>> = await functions.getLogExport({
      communityId,
      userId,
      before,
      limit: PAGE,
    });
    const entries = page.entries.map((entry) =>
      JSON.stringify({ ...entry, summary: activitySummary(entry) }),
    );
    yield `${before && entries.length > 0 ? ',' : ''}${entries.join(',')}`;
    before = page.next;
  } while (before);
  yield ']}';
}
