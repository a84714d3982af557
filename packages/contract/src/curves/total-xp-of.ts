import { amaribotTotalXp } from './amaribot.ts';
import { arcane } from './arcane.ts';
import { CurveError } from './curve-error.ts';
import type { Curve } from './curve.ts';
import { linear } from './linear.ts';
import { lurkrTotalXp } from './lurkr.ts';
import { mee6TotalXp } from './mee6.ts';
import { polaris } from './polaris.ts';
import { polynomial } from './polynomial.ts';
import { skoolThresholds } from './skool.ts';
import { table } from './table.ts';
import type { TotalXp } from './total-xp.ts';

/** The formula or list behind a curve. */
export function totalXpOf(curve: Curve): TotalXp {
  switch (curve.kind) {
    case 'mee6':
      return mee6TotalXp;
    case 'lurkr':
      return lurkrTotalXp;
    case 'amaribot':
      return amaribotTotalXp;
    case 'arcane':
      return arcane(curve.shape, curve.multiplier);
    case 'skool':
      return table(skoolThresholds);
    case 'polaris':
      return polaris(curve.preset);
    case 'linear':
      return linear(curve.xpPerLevel);
    case 'coefficients':
      return polynomial(curve.coefficients, curve.roundTo);
    case 'table':
      return table(curve.thresholds);
    default:
      return refuseUnknown(curve);
  }
}

function refuseUnknown(curve: never): never {
  throw new CurveError(`There is no curve like ${JSON.stringify(curve)}.`);
}
