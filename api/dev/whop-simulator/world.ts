export type AccessLevel = 'admin' | 'customer' | 'no_access';

export interface SimulatedUser {
  id: string;
  username: string;
  name: string | null;
  /** Null where Whop would show a placeholder of its own. */
  pictureUrl: string | null;
}

export interface SimulatedCompany {
  id: string;
  title: string;
  ownerUserId: string;
}

export interface SimulatedExperience {
  id: string;
  companyId: string;
  name: string;
}

export interface SimulatedMembership {
  id: string;
  companyId: string;
  userId: string;
  productId: string;
  renewsAt: Date;
}

/** What the simulated Whop knows. Tests may look at it and change it at any time. */
export class World {
  readonly users = new Map<string, SimulatedUser>();
  readonly companies = new Map<string, SimulatedCompany>();
  readonly experiences = new Map<string, SimulatedExperience>();
  readonly memberships = new Map<string, SimulatedMembership>();
  /** What was asked to be sent or made, as it was asked. */
  readonly notifications: Record<string, unknown>[] = [];
  readonly promoCodes: Record<string, unknown>[] = [];
  readonly #grants = new Map<string, AccessLevel>();

  addUser(user: Partial<SimulatedUser> & { id: string }): SimulatedUser {
    const username = user.username ?? user.id.replace(/^user_/, '');
    const whole = { name: null, pictureUrl: null, ...user, username };
    this.users.set(whole.id, whole);
    return whole;
  }

  /** The owner comes into being where there is no such user yet. */
  addCompany(company: Partial<SimulatedCompany> & { id: string }): SimulatedCompany {
    const whole = { title: company.id, ownerUserId: `user_owner_of_${company.id}`, ...company };
    this.companies.set(whole.id, whole);
    if (!this.users.has(whole.ownerUserId)) this.addUser({ id: whole.ownerUserId });
    this.grant(whole.ownerUserId, whole.id, 'admin');
    return whole;
  }

  addExperience(experience: Partial<SimulatedExperience> & { id: string; companyId: string }): void {
    this.experiences.set(experience.id, { name: experience.id, ...experience });
  }

  addMembership(membership: SimulatedMembership): void {
    this.memberships.set(membership.id, membership);
  }

  /** What a user may do with a company and all its experiences, or with one experience or product. */
  grant(userId: string, resourceId: string, level: AccessLevel): void {
    this.#grants.set(JSON.stringify([userId, resourceId]), level);
  }

  accessOf(userId: string, resourceId: string): AccessLevel {
    const own = this.#grants.get(JSON.stringify([userId, resourceId]));
    const companyId = this.experiences.get(resourceId)?.companyId;
    return own ?? (companyId === undefined ? 'no_access' : this.accessOf(userId, companyId));
  }

  has(resourceId: string): boolean {
    return (
      this.companies.has(resourceId) || this.experiences.has(resourceId) || resourceId.startsWith('prod_')
    );
  }

  /** Who was ever granted access to a company, in the order of the grants. */
  membersOf(companyId: string): { user: SimulatedUser; level: AccessLevel }[] {
    return [...this.#grants].flatMap(([key, level]) => {
      const [userId, resourceId] = JSON.parse(key) as [string, string];
      const user = this.users.get(userId);
      return resourceId === companyId && user ? [{ user, level }] : [];
    });
  }
}
