import type { RequestHandler } from 'express';
import type { Config } from '../config.ts';

// What a page of ours has no use for, whatever stands in it.
const permissions = ['camera', 'geolocation', 'microphone', 'payment', 'usb'].map((name) => `${name}=()`);

/** Where Whop shows pages of ours. */
const insideWhop = 'https://whop.com https://*.whop.com';

/**
 * The headers of pages, in place of the strict ones; `frames` are the sites that may show them. No `X-Frame-Options`: it cannot name two
 * sites, and would win over the policy in old browsers.
 */
export function createPageHeaders(
  config: Pick<Config, 'server' | 'supabase' | 'whop'>,
  frames = insideWhop,
): RequestHandler {
  const policy = [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    ["img-src 'self' https: data:", ...plainPictures(config)].join(' '),
    `connect-src ${["'self'", ...connectableOrigins(config)].join(' ')}`,
    `frame-ancestors ${frames}`,
    "base-uri 'none'",
    "form-action 'none'",
    "require-trusted-types-for 'script'",
    // What Lit makes its templates with; the pages themselves write no HTML.
    'trusted-types lit-html',
  ].join('; ');
  return (_request, response, next) => {
    response.setHeader('Content-Security-Policy', policy);
    response.setHeader('Permissions-Policy', permissions.join(', '));
    next();
  };
}

/** A simulated Whop on loopback draws pictures too, and has no certificate. */
function plainPictures({ whop }: Pick<Config, 'whop'>): string[] {
  const { protocol, origin } = new URL(whop.apiUrl);
  return protocol === 'http:' ? [origin] : [];
}

/** Beside the page's own origin, which inside Whop is Whop's relay: this server itself, and Supabase's Realtime. */
function connectableOrigins({ server, supabase }: Pick<Config, 'server' | 'supabase'>): string[] {
  const own = server.publicUrl === undefined ? [] : [new URL(server.publicUrl).origin];
  if (supabase === undefined) return own;
  const { origin } = new URL(supabase.url);
  return [...own, origin, origin.replace(/^http/, 'ws')];
}
