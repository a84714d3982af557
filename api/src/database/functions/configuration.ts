import type { Database } from '../port.ts';
import type {
  ConfigurationChange,
  ConfigurationRow,
  ConfigurationVersionRow,
  SavedConfiguration,
  StoredDocument,
} from '../rows.ts';

export function configurationFunctions(database: Database) {
  return {
    /** A community's configuration; null for an unknown community. */
    getConfiguration(communityId: string): Promise<ConfigurationRow | null> {
      return database.call('get_configuration', { community_id: communityId });
    },

    /** Saves a whole configuration as the next version, unless another one was saved since the edited version. */
    saveConfiguration(change: ConfigurationChange): Promise<SavedConfiguration> {
      return database.call('save_configuration', { change });
    },

    /** Saved configurations, newest first: those before a version, or from the newest on. */
    listConfigurationVersions(
      communityId: string,
      beforeVersion: number | null,
      limit: number,
    ): Promise<ConfigurationVersionRow[]> {
      return database.call('list_configuration_versions', {
        community_id: communityId,
        before_version: beforeVersion,
        page_limit: limit,
      });
    },

    /** What one version was; null for one that never was. */
    getConfigurationVersion(communityId: string, version: number): Promise<StoredDocument | null> {
      return database.call('get_configuration_version', { community_id: communityId, version });
    },

    /** Communities whose stored levels do not follow their curve yet. */
    findPendingLevels(): Promise<string[]> {
      return database.call('find_pending_levels', {});
    },

    /** Recomputes the stored levels of the next `limit` members, in a transaction of its own; done once all are. */
    recomputeLevels(
      communityId: string,
      limit: number,
      at: string,
    ): Promise<{ done: boolean; members: number }> {
      return database.call('recompute_levels', { community_id: communityId, page_limit: limit, at });
    },
  };
}
