import { liveEventSchemas, liveHelloSchema } from '@wee5/contract';

export interface Heard {
  event: string;
  id: string | undefined;
  data: { version: number; after?: number; changed?: { userId: string; xp: number; level: number }[] };
}

export interface OpenStream {
  readonly response: Response;
  /** Everything that came, as it came. */
  text(): string;
  /** The events so far; each was checked against the contract. */
  heard(): Heard[];
  /** Waits for the first event, from the beginning, that passes. */
  until(passes: (heard: Heard) => boolean): Promise<Heard>;
  /** Waits for text anywhere in the stream. */
  untilText(text: string): Promise<void>;
  /** Resolves when the server has ended the stream; rejects when it was cut. */
  ended: Promise<void>;
  close(): void;
}

/** Opens `…/live` and reads it as it comes. */
export async function openStream(url: string, headers: Record<string, string> = {}): Promise<OpenStream> {
  const controller = new AbortController();
  const response = await fetch(url, { headers, signal: controller.signal });
  let text = '';
  const waiting = new Set<() => void>();
  const ended = (async () => {
    for await (const chunk of response.body?.pipeThrough(new TextDecoderStream()) ?? []) {
      text += chunk;
      for (const look of waiting) look();
    }
  })();
  ended.catch(() => undefined);

  const wait = <Found>(find: () => Found | undefined): Promise<Found> =>
    new Promise((resolve, reject) => {
      const look = (): void => {
        const found = find();
        if (found === undefined) return;
        waiting.delete(look);
        resolve(found);
      };
      waiting.add(look);
      const tooLate = (): void => reject(new Error(`The stream is over: ${text}`));
      ended.then(tooLate, tooLate);
      look();
    });
  return {
    response,
    text: () => text,
    heard: () => read(text),
    until: (passes) => wait(() => read(text).find(passes)),
    untilText: async (part) => void (await wait(() => (text.includes(part) ? true : undefined))),
    ended,
    close: () => controller.abort(),
  };
}

function read(text: string): Heard[] {
  const blocks = text.split('\n\n').slice(0, -1);
  return blocks.filter((block) => block.startsWith('event:')).map(toHeard);
}

function toHeard(block: string): Heard {
  const fields = Object.fromEntries(block.split('\n').map((line) => line.split(/: (.*)/s).slice(0, 2)));
  const schemas = { ...liveEventSchemas, hello: liveHelloSchema };
  const { event, id, data } = fields as { event: keyof typeof schemas; id?: string; data: string };
  return { event, id, data: schemas[event].parse(JSON.parse(data)) };
}
