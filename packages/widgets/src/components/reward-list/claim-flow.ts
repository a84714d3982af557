import type { Client, HttpError, Reward, Rewards } from '@wee5/client';

/** Why a claim did not go as it should; `limited` says for how many seconds to wait. */
export type Problem =
  | {
      is:
        | 'elsewhere'
        | 'notNow'
        | 'withdrawn'
        | 'signedOut'
        | 'forbidden'
        | 'refused'
        | 'unanswered'
        | 'unsure';
    }
  | { is: 'limited'; seconds: number | null };

/**
 * How the claim of one reward stands.
 * - `claiming`, `checking`: a request is under way.
 * - `open`: it may be claimed, again.
 * - `unsure`: no answer came to the claim, nor to the question what became of it.
 * - `settled`: the API said in `answer` what the reward is now; without one it is no longer there.
 */
export interface Attempt {
  phase: 'claiming' | 'checking' | 'open' | 'unsure' | 'settled';
  problem?: Problem | undefined;
  answer?: Reward | undefined;
}

interface Report {
  /** Hears of every step. */
  step: (attempt: Attempt) => void;
  /** The API said that this claim was the one. */
  won: (reward: Reward) => void;
}

/** Claims a reward. Whatever is not certain is asked for before anything else is offered. Never rejects. */
export async function claim(client: Client, rewardId: string, report: Report): Promise<void> {
  report.step({ phase: 'claiming' });
  try {
    const answer = await client.claimReward(rewardId);
    report.step({ phase: 'settled', answer });
    report.won(answer);
  } catch (error) {
    const problem = refusalOf(error);
    if (problem) return report.step({ phase: 'open', problem });
    const isTaken = codeOf(error) === 'reward-not-claimable' || codeOf(error) === 'unknown-reward';
    await check(client, rewardId, { ...report, isTaken });
  }
}

/**
 * Asks the API what became of a claim.
 * @param isTaken - the API said that it was not this claim that won
 */
export async function check(
  client: Client,
  rewardId: string,
  { step, won, isTaken = false }: Report & { isTaken?: boolean },
): Promise<void> {
  step({ phase: 'checking' });
  const found = await client.getRewards().then(
    ({ rewards }: Rewards) => rewards.find((each) => each.rewardId === rewardId) ?? 'gone',
    () => 'unknown' as const,
  );
  if (found === 'unknown') return step({ phase: 'unsure', problem: { is: 'unsure' } });
  if (found === 'gone') return step({ phase: 'settled', problem: { is: 'withdrawn' } });
  // A reader whose token has run out is told no state.
  if (!found.state) return step({ phase: 'unsure', problem: { is: 'signedOut' } });
  if (found.state === 'unlocked')
    return step({ phase: 'open', problem: { is: isTaken ? 'notNow' : 'unanswered' } });
  const isWon = !isTaken && found.claimedAt !== null;
  const problem = found.claimedAt === null ? 'notNow' : 'elsewhere';
  step({ phase: 'settled', answer: found, problem: isWon ? undefined : { is: problem } });
  if (isWon) won(found);
}

/** What is certain to have claimed nothing, and can be told at once. */
function refusalOf(error: unknown): Problem | undefined {
  const { status, retryAfter } = error as Partial<HttpError>;
  const code = codeOf(error);
  if (code === 'reward-not-claimable' || code === 'unknown-reward') return undefined;
  if (code === 'token-error' || status === 401) return { is: 'signedOut' };
  if (status === 403) return { is: 'forbidden' };
  if (status === 429) return { is: 'limited', seconds: retryAfter ?? null };
  return status && status >= 400 && status < 500 && status !== 408 ? { is: 'refused' } : undefined;
}

function codeOf(error: unknown): string | undefined {
  return (error as Partial<HttpError>).code;
}
