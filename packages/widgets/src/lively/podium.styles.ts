import { css } from 'lit';

/** The first three beside each other, as high as their ranks. Where it is too narrow they stay rows. */
export const podiumStyles = css`
  @container (inline-size >= 360px) {
    .podium {
      --_w: min(100% - 32px, 480px);
    }

    .n1 thead,
    .n2 thead,
    .n3 thead {
      position: absolute;
      clip-path: inset(50%);
    }

    .step {
      --_base: 52px;
      inset-block-start: 4px;
      inset-inline-start: calc(50% - var(--_w) / 6);
      grid-template: 1fr auto var(--_base) / minmax(0, 1fr);
      inline-size: calc(var(--_w) / 3);
      block-size: 188px;
      padding: 0;
      border: 0;
      box-shadow: none;
      background: none;
      visibility: visible;
    }

    .blank .step {
      visibility: hidden;
    }

    .s1 {
      --_base: 84px;
    }

    .s2 {
      --_base: 66px;
    }

    .step:nth-child(2) {
      inset-inline-start: calc(50% - var(--_w) / 2);
    }

    .step:nth-child(3) {
      inset-inline-start: calc(50% + var(--_w) / 6);
    }

    .n2 .step:nth-child(1) {
      inset-inline-start: 50%;
    }

    .n2 .step:nth-child(2) {
      inset-inline-start: calc(50% - var(--_w) / 3);
    }

    .step td.member {
      flex-direction: column;
      justify-content: end;
      align-items: center;
      align-self: stretch;
      gap: 4px;
      padding: 0 4px;
      grid-area: 1 / 1;
    }

    .step td.member .avatar {
      align-self: auto;
      inline-size: 44px;
      block-size: 44px;
      margin: 0;
      font-size: 16px;
    }

    .s1 td.member .avatar {
      inline-size: 56px;
      block-size: 56px;
    }

    .step .name {
      max-inline-size: 100%;
      font-weight: 650;
    }

    .step td.xp {
      padding-block-end: 8px;
      grid-area: 2 / 1;
      color: var(--_quiet);
      direction: var(--_words, ltr);
      font-size: 12px;
      font-weight: 450;
      line-height: 16px;
      text-align: center;
    }

    .step td.rank,
    .step td.level {
      grid-area: 3 / 1;
    }

    .step td.rank {
      align-self: stretch;
      padding-block-start: 6px;
      border: solid var(--_line);
      border-width: 1px 1px 0;
      border-radius: 10px 10px 0 0;
      background: var(--_fill);
    }

    .step td.level {
      align-self: start;
      margin: 32px 0 0;
      padding: 0;
      color: var(--_quiet);
      font-size: 12px;
      line-height: 16px;
      text-align: center;
    }

    .step .unit {
      display: inline;
    }

    .step .you {
      position: absolute;
      clip-path: inset(50%);
    }

    .step .move {
      position: absolute;
      inset: auto 8px calc(var(--_base) - 22px) auto;
    }

    .own.step td.rank {
      border-block-start-color: var(--_accent);
      background: var(--_own);
    }
  }
`;
