import { personas, sentences, type Persona } from './personas.ts';
import { SimulatedPurchases } from './simulated-purchases.ts';
import { makeId, WhopPayloads, type Envelope, type SentMessage } from './whop-payloads.ts';
import type { Delivery, WhopSender } from './whop-sender.ts';

/** Longer than the cooldown a community starts with, so that every message of a backlog earns. */
const BACKLOG_STEP_MS = 61_000;
/** Where a second backlog ends, so that it does not fall into the cooldown of the first. */
const BACKLOG_BEFORE_MS = 30 * 24 * 3_600_000;
const CHAT_XP = 15;
const emojis = [':heart:', ':fire:', ':clap:', ':rocket:'];

/**
 * A community that talks: everything it does is a signed webhook over HTTP, so what you see is what Whop would
 * cause. Randomness is injected, so that a test can make it repeatable.
 */
export class SimulatedCommunity {
  readonly #payloads: WhopPayloads;
  readonly #purchases: SimulatedPurchases;
  readonly #sender: WhopSender;
  readonly #random: () => number;
  readonly #readCard: (memberId: string) => Promise<{ xp: number; nextLevelXp: number | null } | null>;
  readonly #recent: SentMessage[] = [];
  readonly #lastActs = new Map<string, number>();
  #backlogEnd = Date.now() - BACKLOG_BEFORE_MS;
  #lastEnvelope: Envelope | undefined;
  #timer: NodeJS.Timeout | undefined;

  constructor(options: {
    communityId: string;
    sender: WhopSender;
    readCard: (memberId: string) => Promise<{ xp: number; nextLevelXp: number | null } | null>;
    random?: () => number;
  }) {
    this.#readCard = options.readCard;
    this.#payloads = new WhopPayloads(options.communityId);
    this.#purchases = new SimulatedPurchases(this.#payloads);
    this.#sender = options.sender;
    this.#random = options.random ?? Math.random;
  }

  get talking(): boolean {
    return this.#timer !== undefined;
  }

  /** Acts by itself about every `everyMs`, until `stop`. */
  start(everyMs = 1200): void {
    if (this.#timer) return;
    const next = (): void => {
      const pause = everyMs * (0.4 + this.#random() * 1.2);
      this.#timer = setTimeout(() => void this.act().finally(() => this.#timer && next()), pause);
    };
    next();
  }

  stop(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
  }

  /**
   * One thing a community does: mostly chat, then replies and reactions; lessons and purchases now and then, a refund,
   * a redelivery or a burst.
   */
  async act(): Promise<void> {
    const dice = this.#random();
    if (dice < 0.4) await this.chat(this.#pickRested('chat'));
    else if (dice < 0.65) await this.reply(this.#pickRested('reply'));
    else if (dice < 0.86) await this.react(this.#pickRested('reaction'));
    else if (dice < 0.91) await this.study(this.#pickMember());
    else if (dice < 0.935) await this.buy(this.#pickMember());
    else if (dice < 0.94) await this.refund();
    else if (dice < 0.98) await this.redeliver();
    else await this.burst();
  }

  chat(member: Persona, at = new Date()): Promise<Delivery> {
    const message = this.#write(member, at);
    return this.#send(this.#payloads.message(message));
  }

  /** Answers somebody else's message; with nothing to answer it is a chat message. */
  reply(member: Persona): Promise<Delivery> {
    const target = this.#pickMessageFor(member);
    if (!target) return this.chat(member);
    return this.#send(this.#payloads.message(this.#write(member, new Date()), target));
  }

  react(member: Persona): Promise<Delivery> {
    const target = this.#pickMessageFor(member);
    if (!target) return this.chat(member);
    return this.#send(this.#payloads.reaction(member, target, this.#pick(emojis), new Date()));
  }

  /** Completes the next lesson; a course that is through is taken again, which earns nothing. */
  study(member: Persona): Promise<Delivery> {
    return this.#send(this.#purchases.nextLesson(member));
  }

  /** Pays for another month; the first payment comes with a membership. */
  async buy(member: Persona): Promise<void> {
    for (const envelope of this.#purchases.buy(member)) await this.#send(envelope);
  }

  /** Gives somebody their last money back, all or half of it. Nothing where nobody paid. */
  async refund(): Promise<void> {
    const envelope = this.#purchases.refund(this.#random() < 0.5 ? 1 : 0.5);
    if (envelope) await this.#send(envelope);
  }

  /** Whop delivers at least once: the last event again, same id, same natural key. */
  async redeliver(): Promise<void> {
    if (this.#lastEnvelope) await this.#sender.send(this.#lastEnvelope);
  }

  /** Many messages at the same moment, each delivered twice. */
  async burst(size = 25): Promise<void> {
    const envelopes = Array.from({ length: size }, () =>
      this.#payloads.message(this.#write(this.#pickMember(), new Date())),
    );
    await Promise.all([...envelopes, ...envelopes].map((envelope) => this.#sender.send(envelope)));
  }

  /** Delivers messages from the past, spaced so that each earns, newest last: what follows after an outage. */
  async backlog(member: Persona, count: number, endingAt = new Date()): Promise<void> {
    const envelopes = Array.from({ length: count }, (_, index) => {
      const at = new Date(endingAt.getTime() - (count - index) * BACKLOG_STEP_MS);
      return this.#payloads.message(this.#write(member, at));
    });
    await Promise.all(envelopes.map((envelope) => this.#sender.send(envelope)));
  }

  /** Delivers as many messages from the past as the member lacks for the next level. */
  async pushOverLevel(member: Persona): Promise<void> {
    const card = await this.#readCard(member.id);
    const missing = card ? (card.nextLevelXp ?? card.xp) - card.xp : 100;
    const count = Math.ceil(missing / CHAT_XP);
    const endingAt = new Date(this.#backlogEnd);
    this.#backlogEnd -= (count + 1) * BACKLOG_STEP_MS;
    await this.backlog(member, count, endingAt);
  }

  #write(author: Persona, at: Date): SentMessage {
    const message = { id: makeId('post_'), author, at, content: this.#pick(sentences) };
    this.#recent.push(message);
    if (this.#recent.length > 20) this.#recent.shift();
    return message;
  }

  #send(envelope: Envelope): Promise<Delivery> {
    this.#lastEnvelope = envelope;
    return this.#sender.send(envelope);
  }

  #pickMember(): Persona {
    const total = personas.reduce((sum, persona) => sum + persona.eagerness, 0);
    let dice = this.#random() * total;
    return personas.find((persona) => (dice -= persona.eagerness) < 0) ?? this.#pick(personas);
  }

  /** Mostly somebody who has not done this for a while, as in a community of more than a dozen. */
  #pickRested(source: string): Persona {
    const now = Date.now();
    const isRested = ({ id }: Persona) =>
      now - (this.#lastActs.get(`${id} ${source}`) ?? 0) > BACKLOG_STEP_MS;
    const candidates = Array.from({ length: 8 }, () => this.#pickMember());
    const chosen = candidates.find(isRested) ?? this.#pickMember();
    this.#lastActs.set(`${chosen.id} ${source}`, now);
    return chosen;
  }

  #pickMessageFor(member: Persona): SentMessage | undefined {
    const others = this.#recent.filter((message) => message.author.id !== member.id);
    return others.length > 0 ? this.#pick(others) : undefined;
  }

  #pick<T>(list: readonly T[]): T {
    return list[Math.floor(this.#random() * list.length)] as T;
  }
}
