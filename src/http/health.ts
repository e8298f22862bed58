import express from 'express';
import { setTimeout as wait } from 'node:timers/promises';

/** A store that has not answered within so many ms is not ready. */
const READY_WITHIN_MS = 2000;

/**
 * `/healthz`: the process serves, whatever its store does, so that nobody restarts it for what a restart does not mend.
 * `/readyz`: the store answers too; 503 where it does not, so that requests go elsewhere.
 */
export function health(healthy: () => Promise<boolean>): express.Router {
  const router = express.Router();
  router.get('/healthz', (_request, response) => void response.json({ status: 'ok' }));
  router.get('/readyz', async (_request, response) => {
    const ok = await Promise.race([healthy(), wait(READY_WITHIN_MS, false, { ref: false })]);
    response.status(ok ? 200 : 503).json({ status: ok ? 'ok' : 'store unavailable' });
  });
  return router;
}
