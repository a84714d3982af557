const failures = ['uncaughtException', 'unhandledRejection'] as const;

const { gzipAsync } = await leaveAlone(failures, () => import('@gfx/zopfli'));

/**
 * What travels of a file to a browser that takes gzip. Zopfli writes the same format as zlib, 3 to 4 % smaller and a
 * hundred times slower: worth it for what is compressed once and sent a million times.
 */
export async function gzip(text: string): Promise<Buffer> {
  return Buffer.from(await gzipAsync(Buffer.from(text), { numiterations: 15 }));
}

/** Takes back the listeners that a module adds to the process: this one would print itself before every error. */
async function leaveAlone<Module>(
  events: readonly (typeof failures)[number][],
  load: () => Promise<Module>,
): Promise<Module> {
  const before = new Set(events.flatMap((event) => process.listeners(event)));
  const module = await load();
  for (const event of events) {
    for (const listener of process.listeners(event)) if (!before.has(listener)) process.off(event, listener);
  }
  return module;
}
