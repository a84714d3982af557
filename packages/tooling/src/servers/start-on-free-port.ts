import { findFreePort } from './free-port.ts';

/**
 * Starts a server on a free port and returns the port. Between finding it and listening on it somebody else can take
 * it: an error with these words is followed by another try, three in all.
 */
export async function startOnFreePort(
  server: { start(port: number): Promise<void> },
  portTaken: string,
  triesLeft = 3,
): Promise<number> {
  const port = await findFreePort();
  try {
    await server.start(port);
    return port;
  } catch (error) {
    if (triesLeft > 1 && String(error).includes(portTaken)) {
      return startOnFreePort(server, portTaken, triesLeft - 1);
    }
    throw error;
  }
}
