import { ApiError } from '../errors.ts';
import { WhopError, type WhopAccess, type WhopApi } from '../whop/port.ts';
import { KeptAnswers } from './kept-answers.ts';

const MINUTE_MS = 60_000;

/** How many answers of each kind are kept. */
const LIMIT = 20_000;

export interface WhopAnswersOptions {
  whop: Pick<WhopApi, 'getAccess' | 'getExperience' | 'getCompany'>;
  now: () => Date;
}

/**
 * What Whop says about who belongs where, each kept for as long as it may be believed: Whop answers 600 questions a
 * minute, for all communities together.
 */
export class WhopAnswers {
  readonly #whop: WhopAnswersOptions['whop'];
  readonly #access: KeptAnswers<WhopAccess | WhopError>;
  readonly #companies: KeptAnswers<string | WhopError>;
  readonly #owners: KeptAnswers<string | null | WhopError>;

  constructor({ whop, now }: WhopAnswersOptions) {
    this.#whop = whop;
    this.#access = new KeptAnswers({ keepMs: () => MINUTE_MS, limit: LIMIT, now });
    // An experience never moves to another company.
    this.#companies = new KeptAnswers<string | WhopError>({
      keepMs: unlessUnknown(24 * 60 * MINUTE_MS),
      limit: LIMIT,
      now,
    });
    this.#owners = new KeptAnswers<string | null | WhopError>({
      keepMs: unlessUnknown(10 * MINUTE_MS),
      limit: LIMIT,
      now,
    });
  }

  /** What a user may do in a company; nothing where Whop does not know either. */
  async getAccess(userId: string, companyId: string): Promise<WhopAccess> {
    const key = JSON.stringify([userId, companyId]);
    const answer = await this.#access
      .get(key, () => known(this.#whop.getAccess(userId, companyId)))
      .catch(throwApiError);
    return answer instanceof WhopError ? 'no_access' : answer;
  }

  /** Whose experience it is. Rejects with `unknown-experience`. */
  async getCompanyId(experienceId: string): Promise<string> {
    const ask = async () => (await this.#whop.getExperience(experienceId)).companyId;
    const answer = await this.#companies.get(experienceId, () => known(ask())).catch(throwApiError);
    if (!(answer instanceof WhopError)) return answer;
    throw new ApiError('unknown-experience', 'Whop knows no such experience: check the id.', {
      cause: answer,
    });
  }

  /** Whether the company is this user's; nobody's where Whop does not tell or cannot be asked. */
  async isOwner(userId: string, companyId: string): Promise<boolean> {
    const ask = async () => (await this.#whop.getCompany(companyId)).ownerUserId;
    const answer = await this.#owners.get(companyId, () => known(ask())).catch(ignoreWhop);
    return answer === userId;
  }
}

/** What Whop does not know today may be there in a minute. */
function unlessUnknown(keepMs: number) {
  return (answer: unknown): number => (answer instanceof WhopError ? MINUTE_MS : keepMs);
}

/** That there is no such thing is an answer too. */
function known<Answer>(asked: Promise<Answer>): Promise<Answer | WhopError> {
  return asked.catch((error: unknown) => {
    if (error instanceof WhopError && error.kind === 'not-found') return error;
    throw error;
  });
}

// An owner who is taken for a moderator can come back later; a bad hour of Whop's must not lock out every admin.
function ignoreWhop(error: unknown): null {
  if (error instanceof WhopError) return null;
  throw error;
}

function throwApiError(error: unknown): never {
  if (!(error instanceof WhopError)) throw error;
  const refused = error.kind === 'refused';
  const detail = refused
    ? 'Whop does not tell this app who belongs to the community: check WHOP_API_KEY and the permissions of the app.'
    : 'Whop cannot be asked now who belongs to the community: try again later.';
  const retryAfterSeconds = Math.ceil((error.retryAfterMs ?? (refused ? 60_000 : 5000)) / 1000);
  throw new ApiError('whop-unavailable', detail, { cause: error, retryAfterSeconds });
}
