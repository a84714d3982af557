import { connect, type Socket } from 'node:net';

/** A bare connection, for what no HTTP client would send. */
export interface RawConnection {
  readonly socket: Socket;
  /** All that came back so far. */
  received(): string;
  /** Resolves with all that came back, once it holds `text` or the server has hung up. */
  until(text: string): Promise<string>;
  closed: Promise<void>;
}

export async function openRaw(url: string): Promise<RawConnection> {
  const { hostname, port } = new URL(url);
  const socket = connect(Number(port), hostname);
  let received = '';
  socket.setEncoding('latin1').on('data', (text: string) => (received += text));
  const closed = new Promise<void>((resolve) => socket.once('close', () => resolve()));
  await new Promise((resolve, reject) => socket.once('connect', resolve).once('error', reject));
  socket.on('error', () => undefined);

  const until = (text: string): Promise<string> =>
    new Promise((resolve) => {
      const look = (): void => {
        if (received.includes(text) || socket.closed) resolve(received);
      };
      socket.on('data', look).once('close', look);
      look();
    });
  return { socket, received: () => received, until, closed };
}

/** The head of a request, ready to be followed by its body. */
export function head(line: string, headers: Record<string, string | number>): string {
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`);
  return `${line} HTTP/1.1\r\nHost: localhost\r\n${lines.join('')}\r\n`;
}
