export * from './source-rule.ts';
export * from './multiplier.ts';
export * from './rules.ts';
export * from './receipt.ts';
export { activitySummary, type Summarized } from './summary.ts';
