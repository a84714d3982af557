import { css } from 'lit';

export const rankCardStyles = css`
  .pulse::after {
    content: '';
    position: absolute;
    inset: 0;
    place-self: stretch;
    border: 5px solid var(--_accent);
    border-radius: 50%;
    animation: pulse 900ms cubic-bezier(0.2, 0, 0, 1) both;
  }

  /* A new level begins with a full ring that empties, not with one that runs backwards. */
  .pulse .done {
    animation: refill 900ms cubic-bezier(0.2, 0, 0, 1);
  }

  @keyframes refill {
    0%,
    40% {
      stroke-dashoffset: 0;
    }
    40.1% {
      stroke-dashoffset: 100;
    }
  }

  @keyframes pulse {
    to {
      opacity: 0;
      transform: scale(1.18);
    }
  }

  .done {
    transition: stroke-dashoffset 600ms cubic-bezier(0.2, 0, 0, 1);
  }

  @media (forced-colors: active) {
    .track {
      stroke: GrayText;
    }

    .done {
      stroke: Highlight;
    }
  }
`;
