import type { RealtimeLibrary } from '@wee5/client';

// A classic script of another origin has no address that a relative import would start from; this is where it stands.
const script = document.currentScript;
const directory = script instanceof HTMLScriptElement && script.src ? script.src : location.href;

/**
 * Stands in the script tag's bundle in the place of the client's own import: one classic script cannot be cut into
 * chunks, so what members alone need is a file beside it.
 */
export function loadRealtime(): Promise<RealtimeLibrary> {
  return import(new URL('wee5-realtime.js', directory).href) as Promise<RealtimeLibrary>;
}
