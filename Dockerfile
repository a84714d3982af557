# The hosted API, with the script tag's file and the pages for Whop's app views. See docs/deploy.md.

FROM node:24-slim AS base
ENV CI=true
RUN npm install --global pnpm@10
WORKDIR /app

# The script tag's files are built; everything else runs as it is written.
FROM base AS widgets
COPY . .
RUN pnpm install --frozen-lockfile --filter wee5 --filter @wee5/widgets...
RUN node packages/widgets/build/main.ts

# What the server runs on, and nothing for its development.
FROM base AS production
COPY package.json pnpm-lock.yaml pnpm-workspace.yaml ./
COPY api/package.json api/
COPY packages/contract/package.json packages/contract/
RUN pnpm install --prod --frozen-lockfile --filter @wee5/api...
COPY packages/contract/src packages/contract/src
COPY supabase/migrations supabase/migrations
COPY api/src api/src

FROM node:24-slim
ENV NODE_ENV=production HOST=0.0.0.0 PORT=3000
WORKDIR /app
COPY --from=production /app ./
COPY --from=widgets /app/packages/widgets/dist packages/widgets/dist
COPY --from=widgets /app/packages/widgets/kept packages/widgets/kept
# Only what the server makes itself lives here: nothing at all where DATABASE_URL, SUPABASE_URL and the keys are set.
RUN install --directory --owner=node --group=node .wee5
USER node
EXPOSE 3000
HEALTHCHECK --interval=10s --timeout=3s --start-period=10s \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT}/healthz`).then(({ ok }) => process.exit(ok ? 0 : 1), () => process.exit(1))"]
# Node itself, not a package manager: it has to hear the signal that stops it.
CMD ["node", "api/src/main.ts"]
