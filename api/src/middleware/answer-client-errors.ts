import { randomUUID } from 'node:crypto';
import { STATUS_CODES, type Server, type ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import { ApiError, toProblem } from '../errors.ts';
import type { Logger } from '../logger.ts';
import { basicHeaders } from './security-headers.ts';
import { sendProblem } from './send.ts';

/** How long a caller who was refused may go on sending, in milliseconds. */
const PATIENCE_MS = 2000;

/** The caller hung up, or the connection broke: there is nobody to answer. */
const gone = new Set<string | undefined>(['ECONNRESET', 'EPIPE', 'ETIMEDOUT', 'HPE_INVALID_EOF_STATE']);

/** Answers what node could not read as a request with a problem document, as everything else is answered. */
export function answerClientErrors(server: Server, log: Logger): void {
  const refused = new WeakSet<Socket>();
  server.on('clientError', (error: NodeJS.ErrnoException, socket: Socket) => {
    // What is still on its way after a refusal is as unreadable as what came before it.
    if (refused.has(socket)) return;
    refused.add(socket);
    if (!socket.writable || gone.has(error.code)) socket.destroy();
    else refuse({ socket, log, error: toApiError(error) });
  });
}

interface Refusal {
  socket: Socket;
  log: Logger;
  error: ApiError;
}

function refuse({ socket, log, error }: Refusal): void {
  const response = answeringOn(socket);
  if (!response) return refuseConnection({ socket, log, error });
  // Half an answer, such as an event stream, would be spoiled by another one.
  if (response.headersSent) return void socket.destroy();
  response.setHeader('Connection', 'close');
  // A whole request is answered for itself; what could not be read came after it.
  if (!response.req.complete) sendProblem(response, log, error);
}

/** There is no request to answer: writes a response by hand. */
function refuseConnection({ socket, log, error }: Refusal): void {
  const requestId = randomUUID();
  log.info({ requestId, code: error.code }, error.message);
  const body = JSON.stringify(toProblem(error, requestId));
  const headers = {
    'X-Request-Id': requestId,
    ...basicHeaders,
    'Cache-Control': 'no-store',
    'Content-Type': 'application/problem+json',
    'Content-Length': Buffer.byteLength(body),
    Connection: 'close',
  };
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`);
  socket.end(`HTTP/1.1 ${error.status} ${STATUS_CODES[error.status]}\r\n${lines.join('')}\r\n${body}`);
  // Hanging up at once on a caller who is still sending would take the answer with it.
  const impatience = setTimeout(() => socket.destroy(), PATIENCE_MS);
  socket.once('close', () => clearTimeout(impatience));
}

/** The response that is being made on a connection; node's own handler of these errors looks at the same place. */
function answeringOn(socket: Socket): ServerResponse | undefined {
  return (
    (socket as unknown as Record<string, ServerResponse | null | undefined>)['_httpMessage'] ?? undefined
  );
}

function toApiError({ code }: NodeJS.ErrnoException): ApiError {
  switch (code) {
    case 'ERR_HTTP_REQUEST_TIMEOUT':
      return new ApiError('request-timeout', 'The request did not arrive in time: send it again.');
    case 'HPE_HEADER_OVERFLOW':
      return new ApiError('headers-too-large', 'Address and headers together are too large: send less.');
    case 'HPE_CHUNK_EXTENSIONS_OVERFLOW':
      return new ApiError('body-too-large', 'The chunk extensions are too large: leave them out.');
    default:
      return new ApiError('malformed-request', 'This is not HTTP/1.1 as it can be read here.');
  }
}
