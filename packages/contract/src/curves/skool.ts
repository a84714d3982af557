/**
 * Skool's nine levels, where a point is a like received. Level 1 begins at 0: nobody is at level 0.
 * @see https://help.skool.com/article/183
 */
export const skoolThresholds: readonly number[] = [0, 5, 20, 65, 155, 515, 2015, 8015, 33015];
