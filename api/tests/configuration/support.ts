import type { Config, ConfigVersions } from '@wee5/contract';
import type { Answer, TestServer } from '../support/test-server.ts';

type Headers = Record<string, string>;

/** A creator's calls about one community's configuration. */
export class Creator {
  readonly path: string;
  readonly #server: Pick<TestServer, 'read'>;
  readonly #headers: Headers;

  constructor(server: Pick<TestServer, 'read'>, communityId: string, headers: Headers) {
    this.#server = server;
    this.path = `/api/v1/communities/${communityId}`;
    this.#headers = headers;
  }

  read<Body = Config>(path = '/config'): Promise<Answer<Body>> {
    return this.#server.read<Body>(this.path + path, { headers: this.#headers });
  }

  put(body: object, headers: Headers = {}): Promise<Answer<Config>> {
    return this.putText(JSON.stringify(body), headers);
  }

  /** The same with a body that is text already. */
  putText(body: string, headers: Headers = {}): Promise<Answer<Config>> {
    return this.#send('PUT', '/config', body, headers);
  }

  /** Saves a change on top of whatever is there. */
  async save(change: object): Promise<Answer<Config>> {
    const { body } = await this.read();
    return this.put({ version: body.version, ...change });
  }

  rollback(version: number, to: number): Promise<Answer<Config>> {
    return this.#send('POST', '/config/rollback', JSON.stringify({ version, to }));
  }

  versions(query = ''): Promise<Answer<ConfigVersions>> {
    return this.read<ConfigVersions>(`/config/versions${query}`);
  }

  #send(method: string, path: string, body: string, headers: Headers = {}): Promise<Answer<Config>> {
    return this.#server.read<Config>(this.path + path, {
      method,
      headers: { 'content-type': 'application/json', ...this.#headers, ...headers },
      body,
    });
  }
}
