import { html, type PropertyDeclarations } from 'lit';
import { FeedController } from '../../controllers/feed-controller.ts';
import { giveUp, usableImage } from '../../internal/avatar.ts';
import { PlainElement } from '../../internal/plain-element.ts';
import { styles } from './level-badge.styles.ts';

/** Nothing to see, but it stands on the line like a number would: so does whatever is beside it. */
const strut = '\u200B';

/**
 * @summary A member's level as a small sign beside their name, in any text, live.
 * @tag wee5-level-badge
 *
 * As high as the text around it and without a card. Shows the level's picture where the community has one, else the
 * number. A member who is not known has no badge: nothing is shown, and nothing is said.
 *
 * Badges of the same member share one request, all of a page one connection. Each other member costs a request of its
 * own at the beginning and now and then as others pass their rank: for whole lists, `<wee5-leaderboard>` is cheaper.
 *
 * @csspart badge - The sign.
 * @csspart image - The level's picture.
 *
 * @cssproperty --wee5-accent - Colours the ring; darkened or lightened as far as contrast needs.
 * @cssproperty --wee5-font - A font family; the font of the text around it if not set.
 * @cssproperty --wee5-text - The colour of the number.
 * @cssproperty --wee5-line - The colour of the ring while the level is loading.
 *
 * @example
 * <p>Ada <wee5-level-badge community="biz_demo" user="user_ada"></wee5-level-badge> said hello.</p>
 */
export class LevelBadgeElement extends PlainElement {
  static override styles = styles;
  static override properties: PropertyDeclarations = { user: {} };

  /** A Whop user id, or `me` for whoever holds the token. */
  declare user: string | undefined;

  readonly #card = new FeedController(this, {
    view: () => ({ kind: 'rankCard', userId: this.user || 'me' }),
  });

  protected override render() {
    const { data: card, error } = this.#card;
    const { language, look } = this;
    if (!card || !this.speaks) {
      const isUnknown = error || 'problem' in this.source;
      return html`<span class="root ${isUnknown ? 'unknown' : 'loading'} ${look}" aria-hidden="true"
        >${strut}</span
      >`;
    }
    const source = usableImage(card.badgeUrl);
    const name = this.#nameOf(card);
    return html`<span
      class="root ${source ? 'pictured' : ''} ${look}"
      part="badge"
      role="img"
      lang=${language.language}
      aria-label=${name}
      title=${name}
      >${
        source
          ? html`${strut}<img
                part="image"
                src=${source}
                alt=""
                decoding="async"
                referrerpolicy="no-referrer"
                @error=${giveUp}
              />`
          : language.full(card.level)
      }</span
    >`;
  }

  /** “Level 12, Trailblazer”, joined as the language joins. */
  #nameOf({ level, levelName }: { level: number; levelName: string | null }): string {
    const parts = [this.words.levelNumber(level), ...(levelName ? [levelName] : [])];
    return new Intl.ListFormat(this.language.language, { type: 'unit' }).format(parts);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'wee5-level-badge': LevelBadgeElement;
  }
}
