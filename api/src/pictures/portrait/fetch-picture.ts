export interface FetchPictureOptions {
  /** Undefined for an address that must not be asked. */
  readonly allow: (address: string) => URL | undefined;
  readonly fetch: typeof fetch;
  readonly signal: AbortSignal;
  readonly mostBytes: number;
}

const MOST_REDIRECTS = 2;
const headers = { accept: 'image/png, image/jpeg, image/gif', 'user-agent': 'Wee5' };

/**
 * The bytes behind an address, whatever they are. Rejects where a redirect leads to what is not allowed, where the
 * answer is none, and once it is too large or too slow.
 */
export async function fetchPicture(address: string, options: FetchPictureOptions): Promise<Uint8Array> {
  const { allow, signal, mostBytes } = options;
  let next = address;
  for (let redirects = 0; redirects <= MOST_REDIRECTS; redirects += 1) {
    const url = allow(next);
    if (!url) throw new Error('It leads to a host that is not listed.');
    const response = await options.fetch(url.href, { headers, signal, redirect: 'manual' });
    const location = response.headers.get('location');
    if (response.ok) return readAtMost(response, mostBytes);
    await response.body?.cancel();
    if (response.status < 300 || response.status > 399 || location === null) {
      throw new Error(`It is answered with ${response.status}.`);
    }
    next = URL.parse(location, url.href)?.href ?? '';
  }
  throw new Error('It is redirected too often.');
}

/** What it says about its length is believed only where that is too much. */
async function readAtMost({ body, headers: said }: Response, most: number): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  let left = most;
  if (Number(said.get('content-length')) > most) {
    await body?.cancel();
    left = -1;
  }
  if (left >= 0) {
    for await (const part of body ?? []) {
      left -= part.byteLength;
      // Leaving the loop lets go of the connection.
      if (left < 0) break;
      parts.push(part);
    }
  }
  if (left < 0) throw new Error(`It has more than ${most} bytes.`);
  return Buffer.concat(parts);
}
