import { IncomingMessage, ServerResponse } from 'node:http';
import type { Express } from 'express';

/**
 * Classes to create the HTTP server with, so that its requests and responses are the app's from birth. Express gives
 * each of them the app's prototypes; here they have them already, and a change of prototype, which on some versions
 * of V8 costs more than the rest of the request, becomes no change at all.
 */
export function nativePrototypes(app: Express) {
  class AppRequest extends IncomingMessage {}
  class AppResponse extends ServerResponse {}
  adopt(AppRequest.prototype, app, 'request');
  adopt(AppResponse.prototype, app, 'response');
  return { IncomingMessage: AppRequest, ServerResponse: AppResponse as typeof ServerResponse };
}

/** Puts a class's prototype into the place of the app's own, which holds nothing but the app. */
function adopt(prototype: object, app: Express, name: 'request' | 'response'): void {
  Object.setPrototypeOf(prototype, Object.getPrototypeOf(app[name]) as object);
  Object.defineProperty(prototype, 'app', {
    configurable: true,
    enumerable: true,
    writable: true,
    value: app,
  });
  Object.assign(app, { [name]: prototype });
}
