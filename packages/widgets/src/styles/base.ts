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
      container-type: inline-size;
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
      border-radius: var(--wee5-radius, 14px);
      background: var(--_surface);
      color: var(--_text);
      color-scheme: inherit;
      font-family: var(--wee5-font, inherit);
      font-size: 14px;
      font-weight: 450;
      line-height: 20px;
      font-variant-numeric: tabular-nums;
      text-align: start;
      text-size-adjust: 100%;
      visibility: inherit;
      pointer-events: inherit;
      -webkit-tap-highlight-color: transparent;
    }

    .root.system {
      font-family: var(--wee5-font, system-ui, sans-serif);
    }

    .root.light {
      color-scheme: light;
    }

    .root.dark {
      color-scheme: dark;
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
      direction: ltr;
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

    .notice {
      display: flex;
      margin-block-end: -40px;
      flex-direction: column;
      align-items: center;
      justify-content: center;
      padding: 16px;
      text-align: center;
      text-wrap: balance;
    }

    .notice .icon {
      inline-size: 24px;
      block-size: 24px;
      margin-block-end: 8px;
      color: var(--_quiet);
    }

    button {
      all: unset;
      flex: none;
      min-block-size: 30px;
      padding-inline: 12px;
      border: 1px solid var(--_line);
      border-radius: 8px;
      font-weight: 650;
      line-height: 28px;
      cursor: pointer;
    }

    .notice button {
      margin-block-start: 12px;
    }

    button:hover {
      background: var(--_fill);
    }

    :focus-visible {
      outline: 2px solid var(--_accent);
      outline-offset: 2px;
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

    .status {
      display: inline-flex;
      align-items: center;
      gap: 6px;
    }

    .status.sentence {
      flex: 1;
      align-items: flex-start;
    }

    .dot {
      inline-size: 6px;
      block-size: 6px;
      border-radius: 50%;
      background: var(--_good);
    }

    /* Loading: the real layout with its words painted over. */
    .loading .t {
      background: var(--_line);
      color: transparent;
      clip-path: inset(2px 0 round 4px);
      user-select: none;
    }

    .loading .t > * {
      visibility: hidden;
    }

    .loading .body {
      animation: wait 1.6s ease-in-out infinite alternate;
    }

    @keyframes wait {
      to {
        opacity: 0.5;
      }
    }

    @media (prefers-reduced-motion: reduce) {
      *,
      ::before,
      ::after {
        animation: none !important;
        transition: none !important;
      }
    }

    @media (forced-colors: active) {
      .dot {
        forced-color-adjust: none;
        background: CanvasText;
      }
    }
  `,
];
