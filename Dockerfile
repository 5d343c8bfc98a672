# One image for bot, sync, expiry and migrate: docker-compose.yml says which command runs.
# The TypeScript runs as it lies here. Node strips no types below node_modules, so the packages stay where the
# repository has them and pnpm links them.
FROM node:24.21.0-slim

ENV NODE_ENV=production
# The young generation of V8 grows to 16 MB by default and stays so; these services want little and live long.
ENV NODE_OPTIONS=--max-semi-space-size=4
WORKDIR /opsheet

# Manifests first: the packages are installed anew only when one of these changes. The lock file is checked against
# all of them, so those of the sandbox and the bench are here too; their packages are not.
COPY package.json pnpm-lock.yaml pnpm-workspace.yaml ./
COPY packages/shared/package.json packages/shared/
COPY services/bot/package.json services/bot/
COPY services/sync/package.json services/sync/
COPY services/expiry/package.json services/expiry/
COPY sandbox/package.json sandbox/
COPY bench/package.json bench/
RUN npx --yes pnpm@12.21.0 install --frozen-lockfile --prod --store-dir /tmp/store \
      --filter '@opsheet/bot...' --filter '@opsheet/sync...' --filter '@opsheet/expiry...' \
    && rm -rf /tmp/store /root/.npm /root/.cache

COPY packages packages
COPY services services

# A named volume takes its owner from this folder.
RUN mkdir logs && chown node:node logs
USER node
