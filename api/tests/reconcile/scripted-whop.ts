import type { WhopApi, WhopDelivery } from '../../src/whop/port.ts';

type AskedWhop = Pick<WhopApi, 'listWebhooks' | 'listDeliveries' | 'replayDeliveries'>;

/** Whop's side of a reconciliation, as a list of deliveries that a replay makes succeed. */
export class ScriptedWhop implements AskedWhop {
  webhooks = [{ webhookId: 'hook_1', url: 'https://xp.example.com/api/webhook', enabled: true }];
  deliveries: WhopDelivery[] = [];
  replays: Parameters<WhopApi['replayDeliveries']>[] = [];
  /** What a replay does; by default every failed event arrives. */
  onReplay: () => void = () => {
    for (const { eventId, sentAt } of this.deliveries.filter(({ succeeded }) => !succeeded)) {
      this.deliver(eventId, sentAt, true);
    }
  };

  deliver(eventId: string | null, sentAt: Date, succeeded: boolean): void {
    this.deliveries.push({ eventId, eventType: 'chat.message.created', sentAt, succeeded });
  }

  async listWebhooks() {
    return this.webhooks;
  }

  async *listDeliveries(_webhook: string, since: Date) {
    yield* this.deliveries.filter(({ sentAt }) => sentAt >= since);
  }

  async replayDeliveries(...replay: Parameters<WhopApi['replayDeliveries']>): Promise<void> {
    this.replays.push(replay);
    this.onReplay();
  }
}
