import { css } from 'lit';
import { tokens } from './tokens.ts';

/** What all widgets share: the card, its words, its states. */
export const base = [
  tokens,
  css`
    :host {
      display: block;
      box-sizing: border-box;
      min-inline-size: 0;
      padding: 0 !important;
      border: 0 !important;
      background: none !important;
      writing-mode: horizontal-tb !important;
      container-type: inline-size !important;
      contain-intrinsic-inline-size: 360px;
    }

    :host([hidden]) {
      display: none !important;
    }

    *,
    ::before,
    ::after {
      box-sizing: border-box;
    }

    /* Whatever a page says to everything on it stops here; only its font comes in. */
    .root {
      all: initial;
      position: relative;
      display: flex;
      flex-direction: column;
      overflow: clip;
      border: 1px solid var(--_line);
      border-radius: var(--wee5-radius, var(--_c-radius, 14px));
      background: var(--_surface);
      color: var(--_text);
      color-scheme: inherit;
      font-family: var(--wee5-font, var(--_c-font, inherit));
      font-size: 14px;
      font-weight: 450;
      line-height: 20px;
      font-variant-numeric: tabular-nums;
      text-align: start;
      -webkit-text-size-adjust: 100%;
      visibility: inherit;
      pointer-events: inherit;
      -webkit-tap-highlight-color: transparent;
    }

    .root.system {
      font-family: var(--wee5-font, var(--_c-font, system-ui, sans-serif));
    }

    .root.light {
      color-scheme: light;
    }

    .root.dark {
      color-scheme: dark;
    }

    .root.rtl-words {
      --_words: rtl;
    }

    .quiet {
      color: var(--_quiet);
    }

    .small {
      font-size: 12px;
      font-weight: 450;
      line-height: 16px;
    }

    .strong {
      font-weight: 650;
    }

    .cut {
      display: block;
      overflow: hidden;
      text-overflow: ellipsis;
      white-space: nowrap;
    }

    /* The messages' own direction, whatever the page's is: “5 days” never reads “days 5”. */
    .t,
    .status,
    .footer > span,
    .notice span,
    .way > span {
      direction: var(--_words, ltr);
      unicode-bidi: isolate;
    }

    /* Names and messages stand where the page's own do; a name is cut at its own end. */
    bdi,
    .footer > span {
      text-align: left;
    }

    .root:dir(rtl) :is(bdi, .footer > span) {
      text-align: right;
    }

    .unseen {
      position: absolute;
      inline-size: 1px;
      block-size: 1px;
      overflow: hidden;
      clip-path: inset(50%);
      white-space: nowrap;
    }

    .title {
      margin: 0;
      font-size: 16px;
      font-weight: 650;
      line-height: 24px;
    }

    svg {
      display: block;
      flex: none;
    }

    .icon {
      inline-size: 16px;
      block-size: 16px;
      fill: none;
      stroke: currentColor;
      stroke-width: 1.5;
      stroke-linecap: round;
      stroke-linejoin: round;
    }

    .avatar {
      display: grid;
      flex: none;
      place-items: center;
      overflow: hidden;
      border-radius: 50%;
      background: var(--_fill);
      color: var(--_quiet);
      font-weight: 650;
    }

    .avatar img {
      inline-size: 100%;
      block-size: 100%;
      object-fit: cover;
    }

    /* Blank: nothing to show yet. The layout keeps its height, the message stands in its place. */
    .stage {
      display: grid;
    }

    .stage > * {
      grid-area: 1 / 1;
      min-inline-size: 0;
    }

    .blank .body {
      visibility: hidden;
    }

    .blank [part='title'] {
      visibility: visible;
    }

    /* The notice stands in the middle of the whole card. */
    .blank .footer {
      visibility: hidden;
    }

    .footer {
      display: flex;
      align-items: center;
      justify-content: space-between;
      gap: 4px 12px;
      min-block-size: 40px;
      padding: 4px 16px;
      border-block-start: 1px solid var(--_line);
    }

    /* Loading: the real layout with its words painted over. */
    .loading .t {
      background: var(--_line);
      color: transparent;
      clip-path: inset(2px 0 round 4px);
      forced-color-adjust: none;
      -webkit-user-select: none;
    }

    .loading .t > * {
      visibility: hidden;
    }
  `,
];
