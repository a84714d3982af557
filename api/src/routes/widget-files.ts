import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { extname } from 'node:path';
import { etagOf } from './etag.ts';

/** A file as it is sent, under the name of its encoding. */
export interface Encoded {
  body: Buffer;
  etag: string;
}

export interface WidgetFile {
  type: string;
  /** Whether its name says what is in it, so that it never changes. */
  immutable: boolean;
  encodings: Map<string, Encoded>;
}

/** What a page needs to pin the script as it is now. */
interface Pin {
  version: string;
  file: string;
  integrity: string;
}

const endings = { br: '.br', gzip: '.gz', identity: '' };
const types: Record<string, string> = {
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
};
const hashed = /^[\w-]+\.[\w-]{43}\.js$/;

/**
 * Reads the files of the script tag, compressed as the build has left them.
 * @param built what `pnpm build` writes; empty before it has run
 * @param kept files of releases before: only those that never change
 * @param address where these files are, as the world sees it
 */
export function readWidgetFiles(built: string, kept: string, address: string): Map<string, WidgetFile> {
  const files = new Map<string, WidgetFile>();
  for (const name of namesIn(kept)) if (hashed.test(name)) files.set(name, readWidgetFile(kept, name));
  for (const name of namesIn(built)) files.set(name, readWidgetFile(built, name));
  const pin = files.get('integrity.json');
  if (pin) files.set('integrity.json', { ...pin, encodings: withUrl(pin, address) });
  return files;
}

/** The files themselves, without their compressed copies. */
function namesIn(directory: string): string[] {
  const names = existsSync(directory) ? readdirSync(directory) : [];
  return names.filter((name) => types[extname(name)]);
}

function readWidgetFile(directory: string, name: string): WidgetFile {
  const encodings = new Map<string, Encoded>();
  for (const [encoding, ending] of Object.entries(endings)) {
    const path = `${directory}/${name}${ending}`;
    if (existsSync(path)) encodings.set(encoding, encodedAs(readFileSync(path)));
  }
  return { type: types[extname(name)]!, immutable: hashed.test(name), encodings };
}

function withUrl({ encodings }: WidgetFile, address: string): Map<string, Encoded> {
  const pin = JSON.parse(encodings.get('identity')!.body.toString()) as Pin;
  const body = JSON.stringify({ ...pin, url: `${address}/${pin.file}` });
  return new Map([['identity', encodedAs(Buffer.from(body))]]);
}

function encodedAs(body: Buffer): Encoded {
  return { body, etag: etagOf(body) };
}
