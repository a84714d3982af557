import { css } from 'lit';

export const rankCardStyles = css`
  .medal,
  .gain {
    position: absolute;
    z-index: 1;
    background: var(--_surface);
  }

  .medal {
    inset-block-end: 0;
    inset-inline-end: 0;
    inline-size: 28px;
    block-size: 28px;
    border: 2px solid var(--_surface);
    border-radius: 50%;
    object-fit: cover;
  }

  .gain {
    inset-block-start: -4px;
    padding-inline: 8px;
    border: 1px solid var(--_line);
    border-radius: 9px;
    color: var(--_good);
    animation: gain 2.4s cubic-bezier(0.2, 0, 0, 1) both;
  }

  @keyframes gain {
    from,
    to {
      opacity: 0;
    }

    from {
      transform: translateY(12px);
    }

    15%,
    80% {
      opacity: 1;
      transform: none;
    }

    to {
      transform: translateY(-4px);
    }
  }

  .badges {
    display: flex;
    gap: 4px;
    align-items: center;
    padding-block-start: 4px;
  }

  .badge {
    display: grid;
    flex: none;
    place-items: center;
    overflow: hidden;
    inline-size: 28px;
    block-size: 28px;
    border-radius: 50%;
    background: var(--_fill);
  }

  .badge img {
    inline-size: 100%;
    block-size: 100%;
    object-fit: cover;
  }

  @container (inline-size < 400px) {
    .own-badges {
      display: none;
    }
  }

  .ring.pulse::after {
    content: '';
    position: absolute;
    inset: 0;
    place-self: stretch;
    pointer-events: none;
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
