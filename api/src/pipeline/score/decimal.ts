/** `units × 10^-places`, exactly: XP are counted, so 15 × 1.1 is 16.5 and never 16.500000000000002. */
export interface Decimal {
  units: bigint;
  places: number;
}

/** The decimal number that JSON writes for a finite `value`. */
export function toDecimal(value: number): Decimal {
  const [mantissa = '', exponent = '0'] = String(value).split('e');
  const [whole = '', fraction = ''] = mantissa.split('.');
  const units = BigInt(whole + fraction);
  const places = fraction.length - Number(exponent);
  return places < 0 ? { units: units * 10n ** BigInt(-places), places: 0 } : { units, places };
}

export function multiply(one: Decimal, other: Decimal): Decimal {
  return { units: one.units * other.units, places: one.places + other.places };
}

export function add(one: Decimal, other: Decimal): Decimal {
  const places = Math.max(one.places, other.places);
  return { units: unitsAt(one, places) + unitsAt(other, places), places };
}

/** The nearest number. */
export function toNumber({ units, places }: Decimal): number {
  return Number(`${units}e-${places}`);
}

/** The nearest whole number, from a half on the next one; for decimals that are not negative. */
export function roundHalfUp({ units, places }: Decimal, divisor = 1): number {
  const unit = 10n ** BigInt(places) * BigInt(divisor);
  return Number((2n * units + unit) / (2n * unit));
}

function unitsAt({ units, places }: Decimal, wanted: number): bigint {
  return units * 10n ** BigInt(wanted - places);
}
