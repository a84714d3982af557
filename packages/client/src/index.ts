export * from './errors.ts';
export type * from './types.ts';
export type * from './contract.ts';
