import { css } from 'lit';

/** The ring beside the words, the facts below; one column under 300 px, one row from 640 px. */
export const styles = css`
  .body {
    display: grid;
    grid-template-columns: auto minmax(0, 1fr);
    gap: 16px;
    align-items: center;
    padding: 16px;
  }

  .ring {
    position: relative;
    display: grid;
    place-items: center;
    inline-size: 88px;
    block-size: 88px;
  }

  .ring > svg {
    position: absolute;
    inset: 0;
    transform: rotate(-90deg);
    overflow: visible;
  }

  .ring circle {
    fill: none;
    stroke-width: 5;
  }

  .track {
    stroke: var(--_fill);
  }

  .done {
    stroke: var(--_accent);
    stroke-dasharray: 100;
    stroke-linecap: round;
  }

  .done[stroke-dashoffset='100'] {
    stroke-linecap: butt;
  }

  .avatar {
    inline-size: 72px;
    block-size: 72px;
    font-size: 28px;
  }

  .xp > * + * {
    max-inline-size: 100%;
    overflow: hidden;
    text-overflow: ellipsis;
  }

  .level {
    display: flex;
    align-items: baseline;
    gap: 8px;
    block-size: 32px;
    white-space: nowrap;
  }

  .level > .t {
    flex: none;
  }

  .number {
    margin-inline-start: 4px;
    font-size: 28px;
    font-weight: 650;
    line-height: 32px;
    letter-spacing: -0.02em;
  }

  .xp {
    display: flex;
    gap: 0 8px;
    white-space: nowrap;
  }

  .facts {
    display: grid;
    grid-column: 1 / -1;
    grid-template-columns: repeat(2, auto);
    gap: 16px;
    margin: 0;
  }

  dt {
    display: flex;
    align-items: center;
    gap: 6px;
  }

  dd {
    margin: 0;
    white-space: nowrap;
  }

  @container (inline-size < 400px) {
    .xp {
      flex-direction: column;
      align-items: start;
    }
  }

  @container (inline-size < 300px) {
    .body {
      gap: 12px;
    }

    .level bdi {
      display: none;
    }

    .xp > * + * {
      font-size: 12px;
    }

    .ring {
      inline-size: 64px;
      block-size: 64px;
    }

    .avatar {
      inline-size: 50px;
      block-size: 50px;
      font-size: 16px;
    }
  }

  @container (inline-size >= 640px) {
    .body {
      grid-template-columns: auto minmax(0, 1fr) auto;
    }

    .facts {
      grid-column: auto;
      grid-template-columns: repeat(2, auto);
      gap: 32px;
    }
  }
`;
