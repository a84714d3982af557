import type { RequestOptions } from '@wee5/client';

/** Answers to direct calls, given before or after they are asked for; a question without one waits. */
export class Script<Question, Answer> {
  /** What was asked, in order. */
  readonly asked: Question[] = [];
  readonly #answers: (Answer | Error)[] = [];
  readonly #waiting = new Set<(answer: Answer | Error) => void>();

  readonly ask = async (question: Question, { signal }: RequestOptions = {}): Promise<Answer> => {
    this.asked.push(question);
    const answer = this.#answers.shift() ?? (await this.#wait(signal));
    if (answer instanceof Error) throw answer;
    return answer;
  };

  /** How many questions wait for an answer; one that was called off does not. */
  get waiting(): number {
    return this.#waiting.size;
  }

  /** Answers the oldest question without an answer, or the next one. */
  answer(answer: Answer | Error): void {
    const [waiting] = this.#waiting;
    if (!waiting) return void this.#answers.push(answer);
    this.#waiting.delete(waiting);
    waiting(answer);
  }

  #wait(signal: AbortSignal | undefined): Promise<Answer | Error> {
    return new Promise((resolve) => {
      this.#waiting.add(resolve);
      signal?.addEventListener('abort', () => {
        this.#waiting.delete(resolve);
        resolve(signal.reason as Error);
      });
    });
  }
}
