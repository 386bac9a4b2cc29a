import type { ServeDoor } from '#platform/server/modules';
import type { AssistantsService } from '../../assistants.ts';
import { mountCode } from './code.routes.ts';
import { mountDiagrams } from './diagrams.routes.ts';
import { mountPlans } from './plans.routes.ts';
import { mountQuery } from './query.routes.ts';
import { mountRequirements } from './requirements.routes.ts';
import { mountReviews } from './reviews.routes.ts';
import { mountTesting } from './testing.routes.ts';
import { mountTools } from './tools.routes.ts';

/** The routes of the engines' pages. */
export function mountEngines(door: ServeDoor<AssistantsService>): void {
  mountCode(door);
  mountReviews(door);
  mountQuery(door);
  mountRequirements(door);
  mountDiagrams(door);
  mountPlans(door);
  mountTesting(door);
  mountTools(door);
}
