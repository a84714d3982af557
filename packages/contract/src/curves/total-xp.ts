/** The total XP at which a level begins, for levels from 1. */
export type TotalXp = (level: number) => number;
