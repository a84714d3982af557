import { css } from 'lit';
import { tokens } from '../../styles/tokens.ts';

/** A small card in a corner of the page, above everything. */
export const styles = [
  tokens,
  css`
    :host {
      display: contents;
    }

    :host([hidden]) {
      display: none !important;
    }

    *,
    ::before,
    ::after {
      box-sizing: border-box;
    }

    /* Its own display, since “all” takes away the one that hides a closed popover. */
    .root {
      all: initial;
      position: fixed;
      inset: auto;
      inset-block-end: max(16px, env(safe-area-inset-bottom));
      inset-inline-end: 16px;
      z-index: 2147483647;
      display: none;
      box-sizing: border-box;
      gap: 12px;
      align-items: center;
      inline-size: min(360px, 100vw - 32px);
      padding: 12px;
      border: 1px solid var(--_line);
      border-radius: var(--wee5-radius, var(--_c-radius, 14px));
      background: var(--_surface);
      box-shadow: 0 4px 16px rgb(0 0 0 / 0.12);
      color: var(--_text);
      color-scheme: inherit;
      font-family: var(--wee5-font, var(--_c-font, inherit));
      font-size: 14px;
      font-weight: 450;
      line-height: 20px;
      font-variant-numeric: tabular-nums;
      text-align: start;
      -webkit-text-size-adjust: 100%;
      animation: arrive 250ms cubic-bezier(0.2, 0, 0, 1);
    }

    .root.open {
      display: flex;
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

    :host([position^='top']) .root {
      inset-block: max(16px, env(safe-area-inset-top)) auto;
    }

    :host([position$='start']) .root {
      inset-inline: 16px auto;
    }

    :host(:is([position='top'], [position='bottom'])) .root {
      inset-inline: 0;
      margin-inline: auto;
    }

    @keyframes arrive {
      from {
        opacity: 0;
        transform: translateY(8px);
      }
    }

    .image {
      display: grid;
      flex: none;
      place-items: center;
      overflow: hidden;
      inline-size: 40px;
      block-size: 40px;
      border-radius: 10px;
      background: var(--_fill);
    }

    .image.level {
      border: 3px solid var(--_accent);
      border-radius: 50%;
      background: none;
      font-weight: 650;
    }

    .image img {
      inline-size: 100%;
      block-size: 100%;
      object-fit: cover;
    }

    .words {
      flex: 1;
      min-inline-size: 0;
    }

    bdi {
      display: block;
      overflow: hidden;
      text-align: left;
      text-overflow: ellipsis;
      white-space: nowrap;
    }

    .root:dir(rtl) bdi {
      text-align: right;
    }

    .text {
      display: -webkit-box;
      font-weight: 650;
      white-space: normal;
      overflow-wrap: anywhere;
      -webkit-box-orient: vertical;
      -webkit-line-clamp: 2;
    }

    .detail {
      color: var(--_quiet);
      font-size: 12px;
      line-height: 16px;
    }

    button {
      all: unset;
      display: grid;
      flex: none;
      place-items: center;
      inline-size: 32px;
      block-size: 32px;
      border-radius: 8px;
      color: var(--_quiet);
      cursor: pointer;
    }

    button:hover {
      background: var(--_fill);
    }

    button:focus-visible {
      outline: 2px solid var(--_accent);
      outline-offset: -2px;
    }

    .icon {
      display: block;
      inline-size: 16px;
      block-size: 16px;
      fill: none;
      stroke: currentColor;
      stroke-width: 1.5;
      stroke-linecap: round;
      stroke-linejoin: round;
    }

    .unseen {
      position: absolute;
      inline-size: 1px;
      block-size: 1px;
      overflow: hidden;
      clip-path: inset(50%);
      white-space: nowrap;
    }

    @media (forced-colors: active) {
      button:focus-visible {
        outline-color: Highlight;
      }
    }

    @media (prefers-reduced-motion: reduce) {
      .root {
        animation: none;
      }
    }
  `,
];
