import type { Theme } from '../card/colours.ts';
import { markup, type Markup } from './markup.ts';
import { describeShared, type SharedAddresses, type SharedCard, type SharedWords } from './shared-card.ts';

/** A page of one card: live for whoever opens it, in words and as a picture for whoever shows a link to it. */
export function sharePage(shared: SharedCard, addresses: SharedAddresses, theme?: Theme): Markup {
  const words = describeShared(shared);
  return markup`<!doctype html>
    <html lang="en"${themed(theme)}>
      <head>
        ${head(words.heading, shared)} ${linkTags(words, addresses)}
      </head>
      <body class="share">
        <main>
          <h1>${words.heading}</h1>
          ${liveCard(shared, words)}
        </main>
      </body>
    </html> `;
}

/** The card alone, to stand in a frame on any page. */
export function embedPage(shared: SharedCard, { page }: SharedAddresses, theme?: Theme): Markup {
  const words = describeShared(shared);
  return markup`<!doctype html>
    <html lang="en"${themed(theme)}>
      <head>
        ${head(words.heading, shared)}
        <link rel="canonical" href="${page}" />
        <meta name="robots" content="noindex" />
      </head>
      <body class="embed">
        <main>${liveCard(shared, words)}</main>
      </body>
    </html> `;
}

/** The same for whoever hides, for whoever is not known, and for a community that is not public. */
export function noCardPage(): Markup {
  return markup`<!doctype html>
    <html lang="en">
      <head>
        ${basics('No card here')}
        <meta name="robots" content="noindex" />
      </head>
      <body class="share">
        <main>
          <div class="card notice">
            <h1>No card is shown here</h1>
            <p class="quiet">Check the address. Members decide themselves whether others see their card.</p>
          </div>
        </main>
      </body>
    </html> `;
}

/** Without a theme the page follows the system. */
function themed(theme: Theme | undefined): Markup | '' {
  return theme ? markup` data-theme="${theme}"` : '';
}

function basics(title: string): Markup {
  return markup`<meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <meta name="color-scheme" content="light dark" />
    <title>${title}</title>
    <link rel="icon" href="data:," />
    <link rel="stylesheet" href="/pages/page.css" />
    <link rel="stylesheet" href="/pages/share.css" />`;
}

function head(title: string, { community }: SharedCard): Markup {
  return markup`${basics(title)}
    <script async src="/widgets/v1/wee5.js" data-community="${community.communityId}"></script>`;
}

/** What Open Graph, Twitter and oEmbed ask for. */
function linkTags({ heading, alt, more }: SharedWords, { page, picture, oEmbed }: SharedAddresses): Markup {
  return markup`<link rel="canonical" href="${page}" />
    <link rel="alternate" type="application/json+oembed" href="${oEmbed}" title="${heading}" />
    <meta name="description" content="${alt}. ${more}." />
    <meta property="og:type" content="profile" />
    <meta property="og:site_name" content="Wee5" />
    <meta property="og:url" content="${page}" />
    <meta property="og:title" content="${heading}" />
    <meta property="og:description" content="${alt}. ${more}." />
    <meta property="og:image" content="${picture}" />
    <meta property="og:image:type" content="image/png" />
    <meta property="og:image:width" content="1200" />
    <meta property="og:image:height" content="630" />
    <meta property="og:image:alt" content="${alt}" />
    <meta name="twitter:card" content="summary_large_image" />
    <meta name="twitter:title" content="${heading}" />
    <meta name="twitter:description" content="${alt}. ${more}." />
    <meta name="twitter:image" content="${picture}" />
    <meta name="twitter:image:alt" content="${alt}" />`;
}

/** Until the script has come, and where none may run, the words stand in the card's place. */
function liveCard({ card }: SharedCard, { alt, more }: SharedWords): Markup {
  return markup`<wee5-rank-card user="${card.userId}">
    <p>${alt}</p>
    <p class="quiet">${more}</p>
  </wee5-rank-card>`;
}
