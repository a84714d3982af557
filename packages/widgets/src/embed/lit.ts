/** What the script tag has in the place of Lit: its templates, and an element of its own. */
export * from 'lit/html.js';
export { CSSResult, css, LeanElement as LitElement } from './lean-element.ts';
