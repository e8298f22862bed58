# The server alone, with the embedded store in /data, or on the Neo4j that NEO4J_URI names. docs/deploying.md says more.

FROM node:20.20-bookworm-slim AS build
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
RUN npm ci --include=dev --ignore-scripts
COPY tsconfig.json vite.config.ts ./
COPY src ./src
# The example queries are tabs of the page.
COPY tests/questions ./tests/questions
RUN node node_modules/vite/bin/vite.js build --outDir /app/dist \
  && node node_modules/vite/bin/vite.js build --config src/web/vite.config.ts --outDir /app/dist/web --emptyOutDir

FROM node:20.20-bookworm-slim AS packages
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
RUN npm ci --omit=dev --ignore-scripts

FROM node:20.20-bookworm-slim
ENV NODE_ENV=production HOST=0.0.0.0 PORT=4000 DATA_DIR=/data
WORKDIR /app
COPY --from=packages /app/node_modules ./node_modules
COPY --from=build /app/dist ./dist
COPY schema ./schema
COPY cypher ./cypher
COPY seeds ./seeds
COPY package.json rapporteur.mjs LICENSE ./
RUN mkdir /data && chown node:node /data
VOLUME /data
USER node
EXPOSE 4000
HEALTHCHECK --interval=30s --timeout=5s --start-period=300s --retries=3 \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT}/readyz`).then((r) => process.exit(r.ok ? 0 : 1), () => process.exit(1))"]
# Without src/ the launcher sets nothing up; it goes on in this process, which ends by itself at SIGTERM.
CMD ["node", "rapporteur.mjs", "start"]
