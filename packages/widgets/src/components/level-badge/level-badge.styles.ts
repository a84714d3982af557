import { css } from 'lit';
import { tokens } from '../../styles/tokens.ts';

/** In the line of the text around it: everything is in its font's size. */
export const styles = [
  tokens,
  css`
    :host {
      display: inline-block;
      padding: 0 !important;
      border: 0 !important;
      background: none !important;
      vertical-align: baseline;
    }

    :host([hidden]) {
      display: none !important;
    }

    .root {
      all: initial;
      display: inline-flex;
      box-sizing: border-box;
      align-items: center;
      justify-content: center;
      min-inline-size: 1.7em;
      block-size: 1.7em;
      padding-inline: 0.35em;
      border: max(1.5px, 0.13em) solid var(--_accent);
      border-radius: 1em;
      color: var(--_text);
      color-scheme: inherit;
      font-family: var(--wee5-font, var(--_c-font, inherit));
      font-size: 0.75em;
      font-weight: 650;
      line-height: 1;
      font-variant-numeric: tabular-nums;
      visibility: inherit;
      pointer-events: inherit;
    }

    .root.light {
      color-scheme: light;
    }

    .root.dark {
      color-scheme: dark;
    }

    .loading {
      border-color: var(--_line);
    }

    .unknown {
      display: none;
    }

    img {
      block-size: 1.7em;
      max-inline-size: 4em;
      object-fit: contain;
    }

    .pictured {
      padding: 0;
      border: 0;
      border-radius: 0;
    }

    @media (forced-colors: active) {
      .root {
        border-color: Highlight;
      }
    }
  `,
];
