import type { Target } from '../target.ts';
import { eventually, expectEqual, type Step } from '../step.ts';

const unless = ({ upstashUrl }: Target) =>
  upstashUrl === undefined ? 'UPSTASH_REDIS_REST_URL is not set' : undefined;

export const earlyRefusal: Step = {
  claim: 'what was awarded leaves a mark in Redis, which refuses early',
  unless,
  async run({ server, community, chat }) {
    const { marks, pipeline } = server.context;
    expectEqual('the marks', marks.name, 'upstash');
    await chat({ user: 'user_marked', minutesAgo: 5 });
    const [mark] = await eventually(
      'the mark',
      () => marks.read([`${community}:user_marked:chat`]),
      ([found]) => found !== null,
    );
    const again = await chat({ user: 'user_marked', minutesAgo: 5 });
    expectEqual('another within the cooldown', again.awards, 0);
    expectEqual('what is degraded', pipeline.degraded(), []);
    return `mark of ${new Date(mark?.at ?? 0).toISOString()}`;
  },
};

export const countedRequests: Step = {
  claim: 'requests are counted in Redis, for all replicas together',
  unless,
  async run({ server, community }) {
    const url = `${server.url}/api/v1/communities/${community}`;
    const left = async (): Promise<number> => {
      const header = (await fetch(url)).headers.get('RateLimit');
      if (header === null) throw new Error('no answer says what is left: see the warning above for why not');
      return Number(/;r=(\d+)/.exec(header)?.[1]);
    };
    const [first, second] = [await left(), await left()];
    // At the turn of a minute the window is a new one.
    if (second !== first - 1 && second < first) throw new Error(`left were ${first}, then ${second}`);
    return `${first} left in this window, then ${second}`;
  },
};
