import { defineRef } from '#base/ref';
import { defineModule } from '#platform/server/modules';
import { searchRef } from './index.ts';
import { mergeVocabularyJob } from './jobs/definitions.ts';
import { createSearch, type SearchService } from './search.ts';

/** Full text in Russian and English. */
export const searchModule = defineModule({
  name: 'search',
  provides: defineRef<SearchService>(searchRef.id),
  jobs: [mergeVocabularyJob],
  migrations: new URL('./db/migrations/', import.meta.url),
  create: createSearch,
  work: () => import('./jobs/index.ts'),
});
