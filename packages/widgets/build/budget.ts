// What the script tag may cost a page; the tests hold these, and every step up is a decision.

/** Every script that is loaded until the three main widgets have rendered, in bytes after gzip. */
export const scriptBudget = 19.5 * 1024;

/**
 * The sum of all layout shifts that the example's page may have, as browsers count them: a word of a footer, once.
 */
export const layoutShiftBudget = 0.0005;
