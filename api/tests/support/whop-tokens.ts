import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { exportJWK, generateKeyPair, SignJWT, type CryptoKey, type JWK } from 'jose';

export const appId = 'app_1';

/** One of Whop's keys: the public half as it is published, and the private one to sign with. */
export interface WhopKey {
  published: JWK;
  signing: CryptoKey;
}

export async function makeWhopKey(kid?: string): Promise<WhopKey> {
  const { publicKey, privateKey } = await generateKeyPair('ES256');
  const named = kid === undefined ? {} : { kid };
  return { published: { ...(await exportJWK(publicKey)), ...named }, signing: privateKey };
}

/** An `x-whop-user-token` as Whop signs it, with some claims replaced; undefined removes one. */
export function signUserToken(key: WhopKey, at: Date, claims: Record<string, unknown> = {}): Promise<string> {
  const { kid } = key.published;
  const issuedAt = Math.floor(at.getTime() / 1000);
  const usual = {
    iss: 'urn:whopcom:exp-proxy',
    sub: 'user_1',
    aud: appId,
    iat: issuedAt,
    exp: issuedAt + 600,
  };
  return new SignJWT({ ...usual, ...claims })
    .setProtectedHeader({ alg: 'ES256', ...(kid === undefined ? {} : { kid }) })
    .sign(key.signing);
}

/** Where Whop publishes its keys; how often it was asked, and what it answers, are the test's. */
export class JwksServer {
  keys: JWK[];
  /** Answered instead of the keys. */
  status = 200;
  asked = 0;
  readonly #server: Server;

  constructor(keys: WhopKey[]) {
    this.keys = keys.map(({ published }) => published);
    this.#server = createServer((_request, response) => {
      this.asked += 1;
      response.writeHead(this.status, { 'Content-Type': 'application/json' });
      response.end(this.status === 200 ? JSON.stringify({ keys: this.keys }) : '{}');
    });
  }

  /** Listens on a free port, and returns the address of the keys. */
  async open(): Promise<string> {
    await new Promise<void>((resolve) => this.#server.listen(0, '127.0.0.1', resolve));
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}/jwks.json`;
  }

  async close(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }
}
