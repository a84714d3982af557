import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { encode } from 'fast-png';
import { listen } from '../../src/listen.ts';

type Answer = (request: IncomingMessage, response: ServerResponse) => void;

/** Where members' pictures are, on loopback. */
export interface PictureHost {
  readonly url: string;
  /** The paths that were asked for, in order. */
  readonly asked: string[];
  /** Answers a path from now on; every other one is not found. */
  on(path: string, answer: Answer | Uint8Array): string;
  stop(): Promise<void>;
}

export async function startPictureHost(): Promise<PictureHost> {
  const answers = new Map<string, Answer>();
  const asked: string[] = [];
  const server = createServer((request, response) => {
    const path = request.url ?? '';
    asked.push(path);
    const answer = answers.get(path);
    if (answer) answer(request, response);
    else response.writeHead(404).end('not found');
  });
  const url = await listen(server, { host: '127.0.0.1', port: 0 });
  return {
    url,
    asked,
    on: (path, answer) => {
      answers.set(path, answer instanceof Uint8Array ? (_, response) => response.end(answer) : answer);
      return `${url}${path}`;
    },
    stop: () => {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}

/** A PNG of one colour. */
export function pngOf([red, green, blue]: [number, number, number], side = 8): Uint8Array {
  const data = new Uint8Array(side * side * 3);
  for (let at = 0; at < data.length; at += 3) data.set([red, green, blue], at);
  return encode({ width: side, height: side, data, channels: 3 });
}

export const redPng = pngOf([255, 0, 0]);

/** One red pixel. */
export const redGif = Buffer.from('R0lGODlhAQABAIAAAP8AAAAAACwAAAAAAQABAAACAkQBADs=', 'base64');

/** Eight green pixels on each side, as a browser writes them. */
export const greenJpeg = Buffer.from(
  '/9j/4AAQSkZJRgABAQAAAQABAAD/2wBDABALDA4MChAODQ4SERATGCgaGBYWGDEjJR0oOjM9PDkzODdASFxOQERX' +
    'RTc4UG1RV19iZ2hnPk1xeXBkeFxlZ2P/2wBDARESEhgVGC8aGi9jQjhCY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2Nj' +
    'Y2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2P/wAARCAAIAAgDASIAAhEBAxEB/8QAFQABAQAAAAAAAAAAAAAAAAAA' +
    'AAP/xAAUEAEAAAAAAAAAAAAAAAAAAAAA/8QAFQEBAQAAAAAAAAAAAAAAAAAABQb/xAAUEQEAAAAAAAAAAAAAAAAA' +
    'AAAA/9oADAMBAAIRAxEAPwCIABLv/9k=',
  'base64',
);
