import type { IRoute, NextFunction, Request, Response } from 'express';
import { ApiError } from '../errors.ts';
import type { Logger } from '../logger.ts';
import { sendProblem } from './send.ts';

/**
 * The last handler of a route: says which methods the route has, to a preflight and to everybody who asks with
 * `OPTIONS`, and as a `405` to those who took another one.
 */
export function refuseMethod(request: Request, response: Response, next: NextFunction): void {
  const methods = methodsOf(request.route as IRoute);
  // A handler of this very method has passed the request on: it found nothing.
  if (methods.includes(request.method)) return next();
  const list = methods.join(', ');
  response.setHeader('Allow', list);
  if (request.method === 'OPTIONS') {
    response.setHeader('Access-Control-Allow-Methods', list);
    return void response.status(204).end();
  }
  throw new ApiError('method-not-allowed', `${request.method} is not possible here: use ${list}.`);
}

/** `GET, HEAD, …`, in the order the route names them. */
function methodsOf({ stack }: IRoute): string[] {
  const named = stack.flatMap(({ method }) => (method ? [method.toUpperCase()] : []));
  return [...new Set(named.flatMap((method) => (method === 'GET' ? ['GET', 'HEAD'] : [method])))];
}

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
