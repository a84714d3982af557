import { gzipSync } from 'node:zlib';
import type { Visit } from './visit.ts';

export interface Loaded {
  /** Every script, as a browser that takes gzip gets it. */
  scripts: number;
  /** Every script, as the server sent it. */
  scriptsAsSent: number;
  /** What the API answered, after gzip. */
  answers: number;
}

/** What was loaded until the widgets had rendered, in bytes, also where the server does not compress. */
export async function weigh({ loaded }: Visit): Promise<Loaded> {
  const scripts = loaded.filter(({ url }) => url.includes('/widgets/'));
  const answers = loaded.filter(({ url }) => url.includes('/api/'));
  return {
    scripts: await gzipped(scripts),
    scriptsAsSent: scripts.reduce((sum, { bytes }) => sum + bytes, 0),
    answers: await gzipped(answers),
  };
}

async function gzipped(files: Visit['loaded']): Promise<number> {
  const sizes = files.map(async ({ url }) => {
    const response = await fetch(url, { headers: { 'Accept-Encoding': 'gzip' } });
    const body = await response.arrayBuffer();
    const { headers } = response;
    return headers.get('Content-Encoding') === 'gzip'
      ? Number(headers.get('Content-Length'))
      : gzipSync(body, { level: 9 }).length;
  });
  return (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0);
}
