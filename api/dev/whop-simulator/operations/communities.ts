import { notFound, ok } from '../answers.ts';
import type { Operation } from './operation.ts';

/** Documented; `account` in place of `company` in the current generation is assumed from Whop's renaming rule. */
const retrieveExperience: Operation = {
  name: 'experiences.retrieve',
  method: 'GET',
  path: '/experiences/:id',
  answer: ({ world, ids: [experienceId = ''], generation }) => {
    const experience = world.experiences.get(experienceId);
    if (!experience) return notFound('experience');
    const title = world.companies.get(experience.companyId)?.title ?? null;
    const company = { id: experience.companyId, route: experience.companyId, title };
    const owner = generation === 'original' ? { company } : { account: company };
    return ok({ id: experience.id, name: experience.name, is_public: false, products: [], ...owner });
  },
};

/** Documented: `title` and `owner_user`; the current generation's account calls it `owner`. */
const retrieveCompany: Operation = {
  name: 'companies.retrieve',
  method: 'GET',
  path: '/companies/:id',
  permission: 'company:basic:read',
  answer: ({ world, ids: [companyId = ''], generation }) => {
    const company = world.companies.get(companyId);
    if (!company) return notFound('company');
    const { id, username, name } = world.users.get(company.ownerUserId) ?? {};
    const owner = { id, username, name };
    const named = generation === 'original' ? { owner_user: owner } : { owner };
    return ok({ id: company.id, title: company.title, route: company.id, ...named });
  },
};

export const communities = [retrieveExperience, retrieveCompany];
