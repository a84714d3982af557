import type { FlagRow } from '../database/integrity-functions.ts';

/** What was seen and what is usual, in a sentence or two. */
export function summaryOf({ kind, userIds, evidence }: FlagRow): string {
  return kind === 'burst' ? ofBurst(userIds, evidence) : ofRing(userIds, evidence);
}

function ofBurst([userId = '']: string[], evidence: FlagRow['evidence']): string {
  const number = numbersOf(evidence);
  const time = `between ${minute(evidence['from'])} and ${minute(evidence['to'])} UTC`;
  if (number('activities') <= number('limit')) {
    return (
      `${userId} gave ${number('reactions')} reactions that earned XP ${time}. ` +
      `Whoever reacted that day gave ${number('usualReactions')} at their busiest; ${number('reactionLimit')} are flagged.`
    );
  }
  return (
    `${userId} earned XP ${number('activities')} times ${time}. ` +
    `The usual member did so ${number('usual')} times at their busiest that day; more than ${number('limit')} is flagged.`
  );
}

function ofRing(userIds: string[], evidence: FlagRow['evidence']): string {
  const number = numbersOf(evidence);
  const percent = Math.round(number('share') * 100);
  return (
    `${listed(userIds)} gave ${number('within')} of their ${number('given')} reactions of seven days to each other: ` +
    `${percent} %. From 60 % on it is flagged.`
  );
}

/** What is missing shows as 0 rather than as nothing. */
function numbersOf(evidence: FlagRow['evidence']): (name: string) => number {
  return (name) => Number(evidence[name] ?? 0);
}

function minute(time: unknown): string {
  return typeof time === 'string' ? time.slice(11, 16) : 'unknown times';
}

function listed(names: string[]): string {
  return names.length < 2 ? names.join() : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
}
