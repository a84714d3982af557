import { css } from 'lit';

/** The picture beside the words, the facts below; beside them from 640 px. */
export const styles = css`
  .body {
    display: grid;
    grid-template: 'picture who' auto 'picture xp' auto 'facts facts' auto / auto minmax(0, 1fr);
    column-gap: 16px;
    align-items: center;
    padding: 16px;
  }

  .picture,
  .ring {
    position: relative;
    display: grid;
    grid-area: picture;
    place-items: center;
    inline-size: 88px;
    block-size: 88px;
  }

  .avatar {
    inline-size: 72px;
    block-size: 72px;
    font-size: 28px;
  }

  .ring svg {
    inline-size: 88px;
    block-size: 88px;
    overflow: visible;
    transform: rotate(-90deg);
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

  .who {
    align-self: end;
  }

  .level,
  .xp {
    display: flex;
    gap: 0 8px;
    align-items: baseline;
    white-space: nowrap;
  }

  .level > .t {
    flex: none;
  }

  .number {
    font-size: 28px;
    font-weight: 650;
    line-height: 32px;
    letter-spacing: -0.02em;
  }

  .xp {
    grid-area: xp;
    align-self: start;
  }

  .facts {
    display: flex;
    gap: 16px 32px;
    grid-area: facts;
    margin: 16px 0 0;
    white-space: nowrap;
  }

  .facts > div {
    min-inline-size: 72px;
  }

  dt {
    display: flex;
    align-items: center;
    gap: 6px;
  }

  dd {
    margin: 0;
  }

  .below {
    display: block;
    overflow: hidden;
    block-size: 16px;
    text-overflow: ellipsis;
  }

  :host([layout='bar']) .body {
    grid-template: 'picture who' auto 'way way' auto 'xp xp' auto 'facts facts' auto / auto minmax(0, 1fr);
  }

  :host([layout='bar']) :is(.picture, .avatar) {
    inline-size: 56px;
    block-size: 56px;
  }

  .bar {
    grid-area: way;
    margin-block: 12px 8px;
  }

  .bar svg {
    inline-size: 100%;
    block-size: 6px;
    border-radius: 3px;
    stroke-width: 6;
  }

  :host([layout='bar']) .xp {
    justify-content: space-between;
  }

  @container (inline-size < 400px) {
    :host(:not([layout='bar'])) .xp {
      flex-direction: column;
      align-items: start;
    }

    .facts {
      display: grid;
      grid-template-columns: auto minmax(0, 1fr);
      gap: 24px;
    }
  }

  @container (inline-size < 300px) {
    .body {
      grid-template: 'picture who' auto 'xp xp' auto 'facts facts' auto / auto minmax(0, 1fr);
      column-gap: 12px;
    }

    :host(:not([layout='bar'])) .xp {
      margin-block-start: 8px;
    }

    :host([layout='bar']) .xp {
      flex-direction: column;
      align-items: start;
    }

    .level bdi {
      display: none;
    }

    .picture,
    .ring,
    .ring svg {
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
      grid-template: 'picture who facts' auto 'picture xp facts' auto / auto minmax(0, 1fr) auto;
    }

    :host([layout='bar']) .body {
      grid-template: 'picture who facts' auto 'way way way' auto 'xp xp xp' auto / auto minmax(0, 1fr) auto;
    }

    .facts {
      gap: 24px;
      margin: 0;
    }

    .facts > div {
      padding-inline-start: 24px;
      border-inline-start: 1px solid var(--_line);
    }
  }
`;
