import type { ApiKey, CreateApiKeyRequest, CreatedApiKey } from '@wee5/contract';
import type { ApiKeyRow, DatabaseFunctions } from '../database/functions.ts';
import { hashKeyText, isKeyText, makeKeyText } from './api-key-text.ts';
import { KeptAnswers } from './kept-answers.ts';
import { KeyUses, type KeyUsesOptions } from './key-uses.ts';

/** For how long another replica may still take a key that was revoked, in milliseconds. */
const KEEP_MS = 5000;

type KeyFunctions = 'createApiKey' | 'listApiKeys' | 'revokeApiKey' | 'findApiKey' | 'touchApiKeys';

export interface ApiKeysOptions extends KeyUsesOptions {
  functions: Pick<DatabaseFunctions, KeyFunctions>;
}

/** A community's keys. Of the key itself only a hash is kept; it is told once, when it is made. */
export class ApiKeys {
  readonly #functions: ApiKeysOptions['functions'];
  readonly #now: () => Date;
  readonly #uses: KeyUses;
  readonly #found: KeptAnswers<ApiKeyRow | null>;

  constructor(options: ApiKeysOptions) {
    this.#functions = options.functions;
    this.#now = options.now;
    this.#uses = new KeyUses(options);
    this.#found = new KeptAnswers({ keepMs: () => KEEP_MS, limit: 10_000, now: options.now });
  }

  /** The key behind this text, used now; null for none, or one that was revoked. */
  async find(text: string): Promise<ApiKeyRow | null> {
    if (!isKeyText(text)) return null;
    const hash = hashKeyText(text);
    const key = await this.#found.get(hash, () => this.#functions.findApiKey(hash));
    if (key) this.#uses.add(key);
    return key;
  }

  /** Null for a community that does not exist. */
  async create(communityId: string, request: CreateApiKeyRequest): Promise<CreatedApiKey | null> {
    const text = makeKeyText(request.kind);
    const key = await this.#functions.createApiKey({
      communityId,
      kind: request.kind,
      keyHash: hashKeyText(text),
      label: request.label ?? null,
      allowedOrigins: request.kind === 'publishable' ? request.allowedOrigins : [],
    });
    return key && { ...toApiKey(key), communityId, key: text };
  }

  /** Newest first, revoked ones included. */
  async list(communityId: string): Promise<ApiKey[]> {
    return (await this.#functions.listApiKeys(communityId)).map(toApiKey);
  }

  /** Ends a key, here at once and on other replicas within seconds; null for one the community does not have. */
  async revoke(communityId: string, keyId: string): Promise<ApiKey | null> {
    const key = await this.#functions.revokeApiKey(communityId, keyId, this.#now().toISOString());
    if (!key) return null;
    this.#found.forget((found) => found?.keyId === key.keyId);
    return toApiKey(key);
  }

  /** Resolves once every use so far was noted. */
  drain(): Promise<void> {
    return this.#uses.flush();
  }
}

function toApiKey({
  keyId,
  kind,
  label,
  allowedOrigins,
  createdAt,
  lastUsedAt,
  revokedAt,
}: ApiKeyRow): ApiKey {
  return { keyId, kind, label, allowedOrigins, createdAt, lastUsedAt, revokedAt };
}
