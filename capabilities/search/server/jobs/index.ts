import type { WorkDoor } from '#platform/server/modules';
import type { SearchService } from '../search.ts';
import { mergeVocabularyJob } from './definitions.ts';

/** Handlers of the module's jobs. */
export function work({ handle, service }: WorkDoor<SearchService>): void {
  handle(mergeVocabularyJob, ({ signal }) => service.mergeVocabulary(signal));
}
