import { css } from 'lit';

export const rewardListStyles = css`
  .image {
    position: relative;
    display: grid;
    place-items: center;
    overflow: hidden;
    color: var(--_text);
  }

  .ahead .image,
  .gone .image,
  .gone .name,
  .open .image {
    color: var(--_quiet);
  }

  .image img:not([hidden]),
  .tint {
    position: absolute;
    inset: 0;
    inline-size: 100%;
    block-size: 100%;
  }

  .image img {
    object-fit: cover;
    background: var(--_fill);
  }

  .tint {
    opacity: 0.2;
  }

  .image > .icon,
  .emoji {
    position: relative;
  }

  .emoji {
    font-size: 16px;
    line-height: 1;
  }

  .ahead .image > *,
  .gone .image > * {
    filter: grayscale(1);
    opacity: 0.6;
  }

  .ahead .image > .icon,
  .gone .image > .icon {
    opacity: 1;
  }

  .state.has {
    color: var(--_good);
  }

  .bar {
    flex: 1 1 48px;
    block-size: 6px;
    border-radius: 3px;
    background: var(--_fill);
  }

  .bar:dir(rtl) {
    transform: scaleX(-1);
  }

  line {
    stroke: var(--_accent);
    stroke-width: 6;
    stroke-dasharray: 100;
    stroke-linecap: round;
    transition: stroke-dashoffset 600ms cubic-bezier(0.2, 0, 0, 1);
  }

  line[stroke-dashoffset='100'] {
    stroke-linecap: butt;
  }

  .more button {
    box-sizing: border-box;
    inline-size: 100%;
    text-align: center;
  }

  .fresh .image {
    animation: arrive 600ms cubic-bezier(0.2, 0, 0, 1);
  }

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
