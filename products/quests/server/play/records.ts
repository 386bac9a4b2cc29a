import type { PlayRecords } from '../rooms.ts';
import { countPointsDone, findSessionsOf, findTotalsOf } from './record.read.ts';

/** What other rooms ask about play. */
export function createRecords(): PlayRecords {
  return { sessionsOf: findSessionsOf, pointsDone: countPointsDone, totals: findTotalsOf };
}
