/** One part of the whole test run. */
export interface Step {
  name: string;
  run(): Promise<StepOutcome>;
}

/** What a step counted. A step that is one check counts one. */
export interface StepOutcome {
  passed: number;
  /** What failed, one line each. */
  failures: string[];
  skipped: { name: string; reason: string }[];
  /** Which Postgres it ran on, where it ran on one. */
  postgres?: string | undefined;
  /** Which Redis it ran on, or `none (why)`, where it needed one. */
  redis?: string | undefined;
}

export interface StepResult extends StepOutcome {
  name: string;
  seconds: number;
}
