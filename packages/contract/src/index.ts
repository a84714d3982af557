export * from './error-codes.ts';
export * from './primitives.ts';
export * from './activity.ts';
export * from './curves/index.ts';
export * from './rules/index.ts';
export * from './whop/index.ts';
export * from './http/index.ts';
export * from './live.ts';
