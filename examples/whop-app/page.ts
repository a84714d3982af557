interface PageOptions {
  /** Where Wee5 runs, without a trailing slash. */
  apiUrl: string;
  communityId: string;
  experienceId: string;
  /** What Whop shows around the page: `light`, `dark`, or `light dark` where it does not say. */
  theme: string;
}

/** `data-experience` makes `me` whoever looks at it inside Whop; the script asks this page's own `/api` who that is. */
export function toPage({ apiUrl, communityId, experienceId, theme }: PageOptions): string {
  return `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <meta name="color-scheme" content="${theme}" />
    <title>Your rank</title>
    <link rel="icon" href="data:," />
    <link rel="stylesheet" href="/style.css" />
    <link rel="stylesheet" href="${apiUrl}/widgets/v1/wee5.css" />
    <script
      async
      src="${apiUrl}/widgets/v1/wee5.js"
      data-community="${communityId}"
      data-experience="${experienceId}"
    ></script>
  </head>
  <body>
    <wee5-rank-card user="me"></wee5-rank-card>
    <wee5-leaderboard around="me"></wee5-leaderboard>
    <wee5-reward-list user="me"></wee5-reward-list>
  </body>
</html>
`;
}
