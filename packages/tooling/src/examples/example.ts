/** What an example gets to start with. */
export interface ExampleContext {
  /** Where a Wee5 with the demo community runs, without a trailing slash. */
  wee5: string;
  /** A free port of `localhost`, for the address to open. */
  port: number;
  print: (line: string) => void;
}

/** An example that runs, until `stop`. */
export interface RunningExample {
  /** The address to open, without a trailing slash. */
  url: string;
  stop(): Promise<void>;
}

/** One folder of `examples/` with something to open. */
export interface Example {
  /** What there is to see, a line each. */
  look: string[];
  start(context: ExampleContext): Promise<RunningExample>;
}
