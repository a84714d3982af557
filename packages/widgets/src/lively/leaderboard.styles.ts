import { css } from 'lit';

export const leaderboardStyles = css`
  @media (forced-colors: active) {
    .own {
      outline: 2px solid Highlight;
      outline-offset: -2px;
    }

    .p1 {
      outline: 2px solid;
    }
  }
`;
