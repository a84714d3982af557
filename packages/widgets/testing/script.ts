/** Answers to direct calls, given before or after they are asked for; a question without one waits. */
export class Script<Question, Answer> {
  /** What was asked, in order. */
  readonly asked: Question[] = [];
  readonly #answers: (Answer | Error)[] = [];
  readonly #waiting: ((answer: Answer | Error) => void)[] = [];

  readonly ask = async (question: Question): Promise<Answer> => {
    this.asked.push(question);
    const given = this.#answers.shift();
    const answer = given ?? (await new Promise<Answer | Error>((resolve) => this.#waiting.push(resolve)));
    if (answer instanceof Error) throw answer;
    return answer;
  };

  /** Answers the oldest question without an answer, or the next one. */
  answer(answer: Answer | Error): void {
    const waiting = this.#waiting.shift();
    if (waiting) waiting(answer);
    else this.#answers.push(answer);
  }
}
