import type { ExecutionResult, GraphQLError } from 'graphql';
import type { Subscribe, Subscribing } from '../../api/feed.js';
import { refusal } from '../limits/over.js';

/** The subscriptions that are open, by whichever protocol they came: no more than are allowed. */
export class Subscriptions {
  open = 0;

  constructor(
    private readonly subscribe: Subscribe,
    private readonly most: number,
  ) {}

  /**
   * The feed, or LIMIT_EXCEEDED where as many as are allowed are open.
   * @param ended told once, when nobody listens any more or it has failed
   */
  begin(
    request: Subscribing,
    ended: (error?: unknown) => void,
  ): AsyncGenerator<ExecutionResult> | { readonly errors: readonly GraphQLError[] } {
    if (this.open >= this.most) return { errors: [refusal(tooMany(this.most))] };
    const feed = this.subscribe(request);
    return Symbol.asyncIterator in feed ? this.counted(feed, ended) : feed;
  }

  private counted(
    feed: AsyncGenerator<ExecutionResult>,
    ended: (error?: unknown) => void,
  ): AsyncGenerator<ExecutionResult> {
    this.open++;
    let over = false;
    const end = (error?: unknown) => {
      if (over) return;
      over = true;
      this.open--;
      ended(error);
    };
    // Not a generator around it: one that is ended before it has begun does not come to its `finally`.
    const [next, leave] = [feed.next.bind(feed), feed.return.bind(feed)];
    feed.next = async () => {
      try {
        const step = await next();
        if (step.done) end();
        return step;
      } catch (error) {
        end(error);
        throw error;
      }
    };
    feed.return = (value) => {
      end();
      return leave(value);
    };
    return feed;
  }
}

const tooMany = (allowed: number) => ({
  limit: 'SUBSCRIPTIONS' as const,
  allowed,
  message: `As many subscriptions are open as are allowed (${allowed}, MAX_SUBSCRIPTIONS); try again when others have ended`,
});
