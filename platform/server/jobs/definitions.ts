import type { Static, TSchema } from 'typebox';
import { Compile } from 'typebox/compile';
import type { JobDefinition, JobHandler } from './types.ts';

/** What a queue does with one job. */
export type Work = (id: string, data: unknown, signal: AbortSignal) => Promise<void>;

export interface HandledJob {
  readonly definition: JobDefinition;
  readonly work: Work;
}

export interface Definitions {
  add(definition: JobDefinition): void;
  handle<Schema extends TSchema>(job: JobDefinition<Schema>, handler: JobHandler<Schema>): void;
  all(): readonly JobDefinition[];
  handled(): readonly HandledJob[];
  /** Throws, without repeating the data, when the job is unknown or the data does not fit. */
  check(job: JobDefinition, data: unknown): void;
}

function assertSound({ name, retry, timeoutSeconds, concurrency = 1 }: JobDefinition): void {
  if (!/^[a-z][\w-]*\.[\w./-]+$/.test(name)) throw new Error(`Job ${name}: call it module.verb_noun.`);
  if (!Number.isInteger(retry.limit) || retry.limit < 0 || retry.delaySeconds < 0) {
    throw new Error(`Job ${name}: the retry policy needs a whole limit and a delay, neither below 0.`);
  }
  if (timeoutSeconds < 1) throw new Error(`Job ${name}: the time limit must be at least one second.`);
  if (!Number.isInteger(concurrency) || concurrency < 1) {
    throw new Error(`Job ${name}: concurrency must be a whole number above 0.`);
  }
}

type Check = (data: unknown) => readonly string[];

function checkOf(schema: TSchema): Check {
  let validator: ReturnType<typeof Compile> | undefined;
  return (data) => {
    validator ??= Compile(schema);
    if (validator.Check(data)) return [];
    // Paths only: a message may quote the value.
    return [...new Set(validator.Errors(data).map((error) => error.instancePath || '/'))];
  };
}

function fits<Schema extends TSchema>(faults: readonly string[], _data: unknown): _data is Static<Schema> {
  return faults.length === 0;
}

/** Keeps the jobs this process knows and who handles them. */
export function createDefinitions(first: readonly JobDefinition[]): Definitions {
  const known = new Map<string, { readonly definition: JobDefinition; readonly check: Check }>();
  const handled = new Map<string, HandledJob>();

  function add(definition: JobDefinition): void {
    const existing = known.get(definition.name);
    if (existing?.definition === definition) return;
    if (existing !== undefined) throw new Error(`Job ${definition.name} is defined twice.`);
    assertSound(definition);
    const check = checkOf(definition.data);
    if (definition.schedule !== undefined && check({}).length > 0) {
      throw new Error(`Job ${definition.name} has a schedule, so its data must accept {}.`);
    }
    known.set(definition.name, { definition, check });
  }

  function faultsOf(job: JobDefinition, data: unknown): readonly string[] {
    const entry = known.get(job.name);
    if (entry === undefined) throw new Error(`Job ${job.name} is not declared by any module.`);
    return entry.check(data);
  }

  function misfit(job: JobDefinition, faults: readonly string[]): Error {
    return new Error(`The data of job ${job.name} does not fit its definition at ${faults.join(', ')}.`);
  }

  for (const definition of first) add(definition);

  return {
    add,
    handle<Schema extends TSchema>(job: JobDefinition<Schema>, handler: JobHandler<Schema>) {
      if (!known.has(job.name)) throw new Error(`Job ${job.name} is handled but not declared by any module.`);
      if (handled.has(job.name)) throw new Error(`Job ${job.name} is handled twice.`);
      handled.set(job.name, {
        definition: job,
        work: async (id, data, signal) => {
          const faults = faultsOf(job, data);
          if (!fits<Schema>(faults, data)) throw misfit(job, faults);
          await handler({ id, data, signal });
        },
      });
    },
    all: () => [...known.values()].map(({ definition }) => definition),
    handled: () => [...handled.values()],
    check(job, data) {
      const faults = faultsOf(job, data);
      if (faults.length > 0) throw misfit(job, faults);
    },
  };
}
