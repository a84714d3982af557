/** A browser engine that the widgets are tried in. */
export interface Engine {
  name: string;
  /** Why it cannot be had here, with what to do; undefined where it can. */
  missing(): string | undefined;
  /** @param taste what its reader prefers: `calm` is dark colours and less motion, set as the reader would. */
  launch(taste: Taste): Promise<EngineBrowser>;
}

export type Taste = 'usual' | 'calm';

export interface EngineBrowser {
  /** The engine's own name and version. */
  readonly version: string;
  readonly tab: Tab;
  close(): Promise<void>;
}

export type Key = 'Tab' | 'Enter' | 'ArrowLeft' | 'ArrowRight' | 'Escape';

/** One page at a time, handled as its reader would. */
export interface Tab {
  /** Opens an address, until its document is there. */
  open(url: string): Promise<void>;
  /** What an expression of the page is, or resolves to. */
  evaluate<T>(expression: string): Promise<T>;
  press(key: Key): Promise<void>;
  /** The browser's own button; what it leads to may be waited for. */
  back(): Promise<void>;
}
