/** What a level is called until a community names its own. */
export function levelName(level: number): string {
  return `Level ${level}`;
}
