import type { IncomingMessage, ServerResponse } from 'node:http';
import { ApiError } from '../errors.ts';

/** Bytes of the largest body that is read. */
const BODY_LIMIT = 1024 * 1024;

/** How long a caller who was refused may go on sending, in milliseconds. */
const PATIENCE_MS = 2000;

/** The caller hung up in the middle of the body: there is nobody to answer. */
export class CallerGone extends Error {
  override readonly name = 'CallerGone';
}

/** The whole body, byte for byte. Rejects with `body-too-large`, or with `CallerGone` where it is cut off. */
export function readBody(request: IncomingMessage): Promise<Buffer> {
  if (Number(request.headers['content-length']) > BODY_LIMIT) return Promise.reject(tooLarge());
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let size = 0;
    request.on('data', (chunk: Buffer) => {
      size += chunk.length;
      if (size > BODY_LIMIT) reject(tooLarge());
      else chunks.push(chunk);
    });
    request.once('end', () => resolve(chunks.length === 1 ? (chunks[0] as Buffer) : Buffer.concat(chunks)));
    request.once('error', () => reject(new CallerGone()));
    // Follows every end as well, where making an error would cost more than checking the signature.
    request.once('close', () => request.complete || reject(new CallerGone()));
  });
}

/**
 * Hanging up on a caller who is still sending would reset the connection and take the answer with it: what is left
 * is read and forgotten for a moment, then the connection is closed.
 */
export function letCallerFinish(request: IncomingMessage, response: ServerResponse): void {
  if (request.complete) return;
  response.once('finish', () => {
    const impatience = setTimeout(() => request.destroy(), PATIENCE_MS);
    request.once('close', () => clearTimeout(impatience));
    request.resume();
  });
}

function tooLarge(): ApiError {
  return new ApiError('body-too-large', `An event may have at most ${BODY_LIMIT} bytes.`);
}
