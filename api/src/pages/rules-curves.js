/** The curves a creator can choose here, by the words of the API; any other one is kept as it is. */
export const curves = [
  ['{"kind":"mee6"}', 'MEE6'],
  ['{"kind":"lurkr"}', 'Lurkr'],
  ['{"kind":"amaribot"}', 'AmariBot'],
  ['{"kind":"arcane","shape":"linear"}', 'Arcane, linear'],
  ['{"kind":"arcane","shape":"exponential"}', 'Arcane, exponential'],
  ['{"kind":"arcane","shape":"flat"}', 'Arcane, flat'],
  ['{"kind":"skool"}', 'Skool, nine levels'],
  ['{"kind":"polaris","preset":"default"}', 'Polaris'],
  ['{"kind":"linear","xpPerLevel":100}', 'Every level 100 XP'],
  ['{"kind":"linear","xpPerLevel":1000}', 'Every level 1,000 XP'],
];

const own = 'Your own curve';

export function curveOptions(curve) {
  const chosen = JSON.stringify(curve);
  const isKnown = curves.some(([value]) => value === chosen);
  return { options: isKnown ? curves : [[chosen, own], ...curves], chosen };
}

/** How many levels a curve has at most; the others go as far as the community's top level. */
export const topLevelOf = (curve, present) => (curve.kind === 'skool' ? 9 : present < 10 ? 200 : present);
