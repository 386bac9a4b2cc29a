import type { Clock } from '#base/time';
import type { Tenants } from '#capabilities/tenants/server';
import type { Database } from '#platform/server/database';
import type { Jobs } from '#platform/server/jobs';
import type { Storage } from '#platform/server/storage';
import type { Log } from '#platform/server/telemetry';
import type { Reading } from '../knowledge/reading/reading.ts';
import { createProjectAnswers, type ProjectAnswers } from './answers.ts';
import { createGraphs } from './graphs.ts';
import { createGrounds, type Grounds } from './grounds.ts';
import { createProjects, type Projects } from './projects.ts';
import { createReadUpload, type ReadUploadData } from './read-upload.ts';

/** The 1C projects of companies: what they are made of, and what is known of them. */
export interface ProjectRoom {
  readonly projects: Projects;
  readonly answers: ProjectAnswers;
  readonly grounds: Grounds;
  /** Reads a waiting file into its project. Work of a job. */
  readUpload(data: ReadUploadData, signal: AbortSignal): Promise<void>;
}

interface Dependencies {
  readonly database: Database;
  readonly tenants: Tenants;
  readonly storage: Storage;
  readonly jobs: Jobs;
  readonly clock: Clock;
  readonly log: Log;
  readonly reading: Reading;
}

export function createProjectRoom(dependencies: Dependencies): ProjectRoom {
  return {
    projects: createProjects(dependencies),
    answers: createProjectAnswers({ ...dependencies, graphs: createGraphs(dependencies.storage) }),
    grounds: createGrounds(dependencies),
    readUpload: createReadUpload(dependencies),
  };
}
