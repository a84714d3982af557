import type { Database } from '../port.ts';
import type { ReconciliationReport } from '../rows.ts';

export function serviceFunctions(database: Database) {
  return {
    /** The version of the schema; answers only while the database does. */
    getSchemaVersion(): Promise<string> {
      return database.call('get_schema_version', {});
    },

    /** Notes that this replica is there; `owedSince` tells from when on events may have been lost, null for none. */
    keepServiceAlive(at: string): Promise<{ owedSince: string | null }> {
      return database.call('keep_service_alive', { at });
    },

    /** Takes the reconciliation for 15 minutes: since when; null where nothing is due or another replica has it. */
    claimReconciliation(at: string, everySeconds: number): Promise<string | null> {
      return database.call('claim_reconciliation', { at, every_seconds: everySeconds });
    },

    /** Gives it back; an incomplete one stays owed. The next one begins no sooner than after a pause. */
    finishReconciliation(reconciliation: {
      startedAt: string;
      at: string;
      complete: boolean;
      pauseSeconds: number;
      report: ReconciliationReport | null;
    }): Promise<null> {
      const { startedAt, pauseSeconds, ...rest } = reconciliation;
      return database.call('finish_reconciliation', {
        reconciliation: { started_at: startedAt, pause_seconds: pauseSeconds, ...rest },
      });
    },
  };
}
