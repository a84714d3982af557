/** Of the package; `release:version` writes it, since modules cannot read it in a page. */
export const version = '0.0.0';
