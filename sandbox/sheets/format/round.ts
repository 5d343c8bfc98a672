/**
 * Rounds half away from zero, to that many decimals; negative counts round before the point. Shifting the point in the
 * text of the number makes 1.005 the 1.01 that people expect, whatever its binary form.
 */
export function roundDecimals(value: number, decimals: number): number {
  return shiftPoint(Math.sign(value) * Math.round(shiftPoint(Math.abs(value), decimals)), -decimals);
}

/** The number times ten to the power of `places`. */
export function shiftPoint(value: number, places: number): number {
  const [digits = '0', exponent = '0'] = String(value).split('e');
  return Number(`${digits}e${Number(exponent) + places}`);
}

/** The number rounded like that, with as many decimals. */
export function toDecimals(value: number, decimals: number): string {
  const shifted = Math.abs(value) * 10 ** decimals;
  // Only near a half does the binary form lead toFixed astray.
  const isHalf = Math.abs(shifted - Math.floor(shifted) - 0.5) < 1e-6;
  const rounded = isHalf ? roundDecimals(value, decimals) : value;
  // From 1e21 on toFixed gives powers of ten.
  return rounded < 1e21 ? rounded.toFixed(decimals) : BigInt(rounded).toString();
}
