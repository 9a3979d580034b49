# Newsdesk in a container: built in one stage, run in another that has neither compiler nor sources.
ARG NODE_IMAGE=docker.io/library/node:22-bookworm-slim

FROM ${NODE_IMAGE} AS build
# Two native modules are compiled where no ready-made one fits.
RUN apt-get update \
 && apt-get install -y --no-install-recommends build-essential ca-certificates python3 \
 && rm -rf /var/lib/apt/lists/*
WORKDIR /opt/newsdesk
COPY package.json package-lock.json ./
RUN npm ci --ignore-scripts && npm rebuild better-sqlite3 hnswlib-node
COPY tsconfig.json tsconfig.build.json ./
COPY commands commands
COPY src src
RUN npm run build && npm prune --omit=dev --ignore-scripts

FROM ${NODE_IMAGE}
WORKDIR /opt/newsdesk
COPY --from=build /opt/newsdesk/package.json ./
COPY --from=build /opt/newsdesk/node_modules node_modules
COPY --from=build /opt/newsdesk/dist dist
COPY data/articles data/articles
COPY data/models data/models
# All that is written is in /data; the rest may be read-only.
RUN install -d -o node -g node /data \
 && printf '#!/bin/sh\nexec node /opt/newsdesk/dist/src/cli/main.js "$@"\n' > /usr/local/bin/newsdesk \
 && chmod +x /usr/local/bin/newsdesk
ENV NODE_ENV=production \
    NEWSDESK_DATA_DIR=/data/index \
    NEWSDESK_MODEL_CACHE=/data/cache \
    NEWSDESK_HTTP=127.0.0.1:9090
USER node
VOLUME /data
STOPSIGNAL SIGTERM
HEALTHCHECK --interval=30s --timeout=10s --start-period=60s --retries=3 \
  CMD ["node", "-e", "fetch('http://127.0.0.1:9090/healthz').then((answer) => process.exit(answer.ok ? 0 : 1), () => process.exit(1))"]
ENTRYPOINT ["newsdesk"]
CMD ["start"]
