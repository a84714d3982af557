/** A curve that cannot become a list of levels. The message names the level and says what to change. */
export class CurveError extends Error {
  override readonly name = 'CurveError';
  /** The first level that is wrong; null where the curve is wrong as a whole. */
  readonly level: number | null;

  constructor(message: string, level: number | null = null) {
    super(message);
    this.level = level;
  }
}
