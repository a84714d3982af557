import type { NextFunction, Request, Response } from 'express';
import { ApiError } from '../errors.ts';
import type { Logger } from '../logger.ts';
import { sendProblem } from './send.ts';

/** Answers `405` on an address that exists for these methods only. */
export function allowOnly(...methods: string[]) {
  const [names, advice] = [methods.join(', '), methods.filter((method) => method !== 'HEAD').join(' or ')];
  return (request: Request, response: Response): void => {
    response.setHeader('Allow', names);
    throw new ApiError('method-not-allowed', `${request.method} is not possible here: use ${advice}.`);
  };
}

/** The same on an address that can be read only. */
export const refuseMethod = allowOnly('GET', 'HEAD');

/** Comes after every route. */
export function refuseAddress(request: Request): void {
  throw new ApiError('not-found', `Nothing is at ${request.path}: check the address.`);
}

/** The last middleware. Express tells it from the others by its four parameters. */
export function answerErrors(log: Logger) {
  return (error: unknown, _request: Request, response: Response, _next: NextFunction): void => {
    sendProblem(response, log, error);
  };
}
