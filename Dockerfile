# The site and the mock of its APIs in one image:
#   docker build -t specimen . && docker run -p 4321:4321 -v specimen-data:/site/data specimen
FROM node:24-bookworm-slim AS build
WORKDIR /site
COPY package.json package-lock.json ./
RUN npm install --omit=dev --no-audit --no-fund
COPY . .
ARG SITE_URL
RUN SITE_URL="$SITE_URL" npm run build

FROM node:24-bookworm-slim
ENV NODE_ENV=production HOST=0.0.0.0 PORT=4321
WORKDIR /site
COPY --from=build /site ./
# What readers send is the only thing that is written.
RUN mkdir -p data && chown node:node data
USER node
EXPOSE 4321
VOLUME /site/data
HEALTHCHECK --interval=30s --timeout=5s --start-period=20s CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT}/healthz`).then((answer) => process.exit(answer.ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "src/server/main.ts"]
