import { css } from 'lit';

export const leaderboardStyles = css`
  .tabs {
    display: flex;
    margin-inline-end: -8px;
    overflow: auto hidden;
    scrollbar-width: none;
  }

  .tab {
    flex: 1 0 auto;
    min-block-size: 0;
    padding: 8px;
    border: 0;
    color: var(--_quiet);
    font-size: 12px;
    font-weight: 450;
    line-height: 16px;
    text-align: center;
    white-space: nowrap;
  }

  .tab[aria-selected='true'] {
    background: var(--_fill);
    color: var(--_text);
  }

  .tab:hover {
    background: none;
    color: var(--_text);
  }

  .tab[aria-selected='true']:hover {
    background: var(--_fill);
  }

  .tab:focus-visible,
  #panel:focus-visible {
    outline-offset: -2px;
  }

  .p2 {
    --_ring: light-dark(oklch(0.66 0.02 260), oklch(0.8 0.02 260));
  }

  .p3 {
    --_ring: light-dark(oklch(0.62 0.1 52), oklch(0.7 0.1 52));
  }

  /* Rows of before are dimmed as far as they stay readable. */
  [aria-busy='true'] tbody {
    color: var(--_quiet);
  }

  [aria-busy='true'] .avatar {
    opacity: 0.45;
  }

  /* Where there is no room for both, it stands below the number of members. */
  .when {
    display: inline-block;
  }

  .tools {
    display: flex;
    flex: none;
    gap: 8px;
    margin-inline-start: auto;
  }

  .tool {
    display: flex;
    align-items: center;
    justify-content: center;
    gap: 6px;
    padding-inline: 8px 10px;
  }

  .tool[aria-disabled] {
    color: var(--_quiet);
    cursor: default;
  }

  .share {
    display: none;
  }

  @container (inline-size >= 640px) {
    td.xp {
      position: relative;
    }

    .share {
      display: block;
      position: absolute;
      inset-inline: 24px 96px;
      inset-block: calc(50% - 2px);
      inline-size: calc(100% - 120px);
      block-size: 4px;
      fill: var(--_line);
    }

    .share:dir(rtl) {
      transform: scaleX(-1);
    }

    .own .share {
      fill: var(--_accent);
    }

    .step .share {
      display: none;
    }
  }

  @container (inline-size < 400px) {
    .tabs {
      flex: 1 0 100%;
      margin-inline: -8px;
    }

    .you {
      position: absolute;
      clip-path: inset(50%);
    }

    .member .move {
      position: absolute;
      inset-block-end: 4px;
      inset-inline-end: 0;
    }

    .tool {
      inline-size: 32px;
      padding: 0;
      box-sizing: border-box;
    }

    .tool span {
      position: absolute;
      clip-path: inset(50%);
    }

    .tools:not(:empty) ~ .status .dot {
      flex: none;
    }

    .tools:not(:empty) ~ .status:has(.dot) {
      flex: none;
      gap: 16px;
      inline-size: 6px;
      overflow: clip;
      white-space: nowrap;
    }
  }

  @media (forced-colors: active) {
    .own {
      outline: 2px solid Highlight;
      outline-offset: -2px;
    }

    .p1 {
      outline: 2px solid;
    }

    .tab[aria-selected='true'] {
      outline: 1px solid;
      outline-offset: -1px;
    }

    .share {
      fill: CanvasText;
    }
  }
`;
