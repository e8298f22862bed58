import { HeaderMap } from '@apollo/server';
import { GraphQLError } from 'graphql';
import { Redis } from 'ioredis';
import { RateLimiterMemory, RateLimiterRedis, RateLimiterRes } from 'rate-limiter-flexible';
import type { Context } from '../../api/explain.js';
import { RapporteurError } from '../../errors.js';

/** Takes what an operation costs from what its asker may spend. @throws RATE_LIMITED where that is spent */
export type Spend = (context: Context, cost: number) => Promise<void>;

const SECONDS = 60;

/** What a server counts with, until it is stopped. */
export interface Rates {
  readonly spend: Spend;
  close(): void;
}

/**
 * So much each may ask for within a minute, in records as `extensions.cost.asked` counts them and one for the request:
 * by whose token it is, or by address where there is none.
 * @param store a Redis in which several servers count together; while it is away each counts by itself
 */
export function rates(perMinute: number, store?: string): Rates {
  const own = new RateLimiterMemory({ points: perMinute, duration: SECONDS });
  const redis = store === undefined ? undefined : connected(store);
  const limiter = redis
    ? new RateLimiterRedis({
        storeClient: redis,
        keyPrefix: 'rapporteur',
        points: perMinute,
        duration: SECONDS,
        insuranceLimiter: own,
      })
    : own;
  const spend: Spend = async ({ whoAsks, address }, cost) => {
    const asker = await whoAsks?.();
    const key = asker ? `token ${asker.name}` : `address ${address ?? ''}`;
    try {
      await limiter.consume(key, cost + 1);
    } catch (error) {
      if (!(error instanceof RateLimiterRes)) throw error;
      throw spent(perMinute, cost, Math.max(1, Math.ceil(error.msBeforeNext / 1000)));
    }
  };
  return { spend, close: () => redis?.disconnect() };
}

function connected(store: string): Redis {
  // A request is not to wait for a Redis that is away.
  const redis = new Redis(store, {
    enableOfflineQueue: false,
    maxRetriesPerRequest: 1,
    connectTimeout: 2000,
  });
  redis.on('error', () => undefined);
  return redis;
}

function spent(allowed: number, asked: number, retryAfter: number): GraphQLError {
  const message =
    asked >= allowed
      ? `This asks for ${asked} records, and ${allowed} are allowed in a minute; ask for smaller pages`
      : `More was asked than is allowed in a minute (${allowed} records); ask again in ${retryAfter} s`;
  return new GraphQLError(message, {
    originalError: new RapporteurError('RATE_LIMITED', message, { allowed, retryAfter }),
    extensions: { http: { status: 429, headers: new HeaderMap([['retry-after', String(retryAfter)]]) } },
  });
}
