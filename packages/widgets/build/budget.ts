// What the script tag may cost a page; the tests hold these, and every step up is a decision.

/**
 * Every script that is loaded until the three main widgets have rendered, in bytes after gzip: the script itself, and
 * at most what moves and its words (12 KB), which the first widget with data asks for while others still wait.
 */
export const scriptBudget = 30.2 * 1024;

/** The sum of all layout shifts that the example's page may have, as browsers count them. The goal is 0. */
export const layoutShiftBudget = 0.002;
