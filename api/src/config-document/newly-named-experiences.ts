import type { Rules } from '@wee5/contract';

/** An experience that rules name, and where they do. */
export interface NamedExperience {
  path: string;
  experienceId: string;
}

/** The experiences that these rules name and the former ones did not. */
export function newlyNamedExperiences(former: Rules, rules: Rules): NamedExperience[] {
  const known = new Set(namedExperiences(former).map(({ experienceId }) => experienceId));
  return namedExperiences(rules).filter(({ experienceId }) => !known.has(experienceId));
}

function namedExperiences({ noXpExperiences, multipliers }: Rules): NamedExperience[] {
  return [
    ...listed('rules.noXpExperiences', noXpExperiences),
    ...multipliers.flatMap(({ experiences = [] }, index) =>
      listed(`rules.multipliers.${index}.experiences`, experiences),
    ),
  ];
}

function listed(path: string, experienceIds: string[]): NamedExperience[] {
  return experienceIds.map((experienceId, index) => ({ path: `${path}.${index}`, experienceId }));
}
