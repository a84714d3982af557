/**
 * An event of an event stream in the bytes every viewer gets. Only what brings a viewer up to a version carries that
 * version as its id: a browser hands the last id back to say what it has heard.
 */
export function toFrame(event: string, data: object, id?: number): Buffer {
  const idLine = id === undefined ? '' : `id: ${id}\n`;
  return Buffer.from(`event: ${event}\n${idLine}data: ${JSON.stringify(data)}\n\n`);
}

/** A comment: keeps proxies from closing a quiet stream, and tells the viewer that it is alive. */
export const heartbeat = Buffer.from(':\n\n');

/** How long a browser waits before it connects again. */
export function retryHint(milliseconds: number): Buffer {
  return Buffer.from(`retry: ${milliseconds}\n\n`);
}
