import { css } from 'lit';

export const rewardListStyles = css`
  @media (forced-colors: active) {
    .bar {
      border: 1px solid;
    }

    line {
      stroke: Highlight;
    }
  }

  @keyframes arrive {
    from {
      box-shadow: 0 0 0 0 var(--_accent);
      transform: scale(0.8);
    }
  }
`;
