import { createHash } from 'node:crypto';

/**
 * `@upstash/ratelimit` marks its scripts with a flag of Upstash's own, which stock Redis refuses. This takes the
 * line away on the way in, and knows the script under the hash that its sender computed.
 */
export class Scripts {
  readonly #hashes = new Map<string, string>();

  /** The command as stock Redis takes it. */
  translate(command: string[]): string[] {
    const [name = '', first = '', ...rest] = command;
    const verb = name.toUpperCase();
    if (verb === 'EVAL' || verb === 'EVAL_RO') return [name, this.#strip(first), ...rest];
    if (verb === 'EVALSHA' || verb === 'EVALSHA_RO') return [name, this.#hashes.get(first) ?? first, ...rest];
    if (verb === 'SCRIPT' && first.toUpperCase() === 'LOAD') return [name, first, this.#strip(rest[0] ?? '')];
    return command;
  }

  #strip(script: string): string {
    const stripped = script.replace(/^#!lua flags=allow-key-locking\s*\n/, '');
    this.#hashes.set(sha1(script), sha1(stripped));
    return stripped;
  }
}

function sha1(text: string): string {
  return createHash('sha1').update(text).digest('hex');
}
