import { WhopError, type WhopAccess, type WhopApi, type WhopCompany } from '../../src/whop/port.ts';

type Asked = Pick<WhopApi, 'getAccess' | 'getExperience' | 'getCompany' | 'getProfile'>;

/** A Whop that knows what a test tells it, and counts what it was asked. */
export class ScriptedWhop implements Asked {
  /** By `user_…@biz_…`. */
  readonly access = new Map<string, WhopAccess>();
  /** By experience, whose it is. */
  readonly companies = new Map<string, string>();
  /** By company. */
  readonly owners = new Map<string, string | null>();
  /** Every call, as `getAccess user_1 biz_1`. */
  readonly calls: string[] = [];
  /** What every call fails with. */
  failure: WhopError | undefined;

  async getAccess(userId: string, resourceId: string): Promise<WhopAccess> {
    this.#note('getAccess', userId, resourceId);
    return this.access.get(`${userId}@${resourceId}`) ?? 'no_access';
  }

  async getExperience(experienceId: string): Promise<{ experienceId: string; companyId: string }> {
    this.#note('getExperience', experienceId);
    const companyId = this.companies.get(experienceId);
    if (companyId === undefined) throw new WhopError('not-found', 'No such experience.');
    return { experienceId, companyId };
  }

  async getCompany(companyId: string): Promise<WhopCompany> {
    this.#note('getCompany', companyId);
    return { companyId, title: null, ownerUserId: this.owners.get(companyId) ?? null };
  }

  /** Asked behind the back of reads, so it is not counted. */
  getProfile(): Promise<never> {
    return Promise.reject(new WhopError('not-found', 'No profile.'));
  }

  #note(...call: string[]): void {
    this.calls.push(call.join(' '));
    if (this.failure) throw this.failure;
  }
}
