import compression from 'compression';
import express from 'express';
import { existsSync } from 'node:fs';
import { join } from 'node:path';

// The editor writes its styles while it runs and carries fonts and icons within them; all else comes from here.
const policy = [
  "default-src 'none'",
  "script-src 'self'",
  "worker-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data:",
  "font-src 'self' data:",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** Kinds of records that have a view: the first part of its address, as of its id. */
const views = [
  'meeting',
  'person',
  'country',
  'organization',
  'unnamed-actor',
  'topic',
  'claim',
  'article',
  'statement',
  'place',
  'venue',
  'meeting-series',
  'event',
  'document',
  'report',
  'position',
  'role',
  'participation',
  'mention',
  'match',
  'change',
];

/** Serves the built page, under a policy that lets it speak to this server alone. */
export function page(folder: string): express.Router {
  const router = express.Router();
  router.use((_request, response, next) => {
    response.set({
      'content-security-policy': policy,
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
    });
    next();
  });
  router.use(compression());
  router.use(
    '/assets',
    express.static(join(folder, 'assets'), { immutable: true, maxAge: '1y', index: false }),
  );
  // By its root: a dot in the path to the folder (npx installs under ~/.npm) would count as a hidden file.
  const shows = (file: string) => (_request: express.Request, response: express.Response) => {
    response.set('cache-control', 'no-cache');
    if (existsSync(join(folder, file))) response.sendFile(file, { root: folder });
    else
      response
        .status(503)
        .type('text/plain')
        .send('The page is not built yet: npm start builds it. /graphql answers all the same.\n');
  };
  router.get('/playground', shows('playground/index.html'));
  // The page itself reads which view it is.
  router.get(
    [
      '/',
      '/search',
      '/review{/:part}',
      '/explore',
      '/talks',
      '/read',
      ...views.map((kind) => `/${kind}/*id`),
    ],
    shows('index.html'),
  );
  router.use((request, response) => {
    response
      .status(404)
      .type('text/plain')
      .send(
        `There is nothing at ${request.path}; the page is at /, the playground at /playground, GraphQL at /graphql\n`,
      );
  });
  return router;
}
