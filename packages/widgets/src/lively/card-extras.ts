import type { RankCard, Reward } from '@wee5/client';
import { html, nothing, type TemplateResult } from 'lit';
import { usableImage, giveUp } from '../internal/avatar.ts';
import { moreWords } from '../messages/more-words.ts';
import { renderBadges } from './badges.ts';
import { nextEarn } from './next-earn.ts';
import type { Stage } from './stage.ts';
import { streakWords } from './streak.ts';

interface CardFacts {
  card: RankCard;
  isOwn: boolean;
  /** Those of the reader; undefined where they are not known. */
  rewards: Reward[] | undefined;
}

/** What a rank card shows beside its first data. None of it moves what is there. */
export interface CardExtras {
  /** Over the member's picture: the level's own, and XP that have just come. */
  picture: TemplateResult;
  streak: { short: string; long: string } | undefined;
  badges: TemplateResult | typeof nothing;
  /** The start of the footer. */
  summary: string | typeof nothing;
  /** After how many milliseconds these words are out of date. */
  refreshIn: number;
}

export function cardExtras(stage: Stage, { card, isOwn, rewards }: CardFacts): CardExtras {
  const { language } = stage;
  const now = Date.now();
  const { seconds } = nextEarn(card, now);
  return {
    picture: renderPicture(stage, card),
    streak: streakWords(card, language, { isOwn, now }),
    badges: renderBadges(language, rewards ?? []),
    summary: isOwn ? earnText(stage, card, now) : activeText(stage, card),
    // Nobody counts hours in seconds.
    refreshIn: isOwn && seconds && seconds <= 100 ? 1_000 : 30_000,
  };
}

function renderPicture(stage: Stage, { badgeUrl }: RankCard) {
  const gain = stage.moments.get('gain');
  const source = usableImage(badgeUrl);
  return html`${
    source
      ? html`<img
          class="medal"
          part="level-image"
          src=${source}
          alt=""
          decoding="async"
          referrerpolicy="no-referrer"
          @error=${giveUp}
        />`
      : nothing
  }${
    gain
      ? html`<span class="gain t small strong" part="gain" aria-hidden="true"
          >${moreWords(stage.language).card.gained(gain)}</span
        >`
      : nothing
  }`;
}

function earnText({ language }: Stage, card: RankCard, now: number): string {
  const { card: words } = moreWords(language);
  const { seconds, source } = nextEarn(card, now);
  if (!seconds) return words.now;
  return (source ? words.waits[source] : words.wait)(seconds);
}

function activeText({ language }: Stage, { lastActiveAt }: RankCard) {
  return lastActiveAt ? moreWords(language).card.active(new Date(lastActiveAt)) : nothing;
}
