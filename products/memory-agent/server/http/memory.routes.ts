import { Refusal } from '#base/refusal';
import { levelNumber } from '#capabilities/memory/contract';
import type { MemoryScope } from '#capabilities/memory/server';
import type { ServeDoor } from '#platform/server/modules';
import * as contract from '../../contract/index.ts';
import type { MemoryAgent } from '../index.ts';
import {
  levelsFrom,
  presentDetail,
  presentEdge,
  presentNode,
  presentRecalled,
  presentStats,
} from './present-memory.ts';

const scopeOf = (caller: { readonly userId: string }): MemoryScope => ({ ownerId: caller.userId });
const time = (text: string | undefined): Date | undefined =>
  text === undefined ? undefined : new Date(text);

/** The object without its undefined properties, as optional ones want it. */
function given<Fields extends Record<string, unknown>>(
  fields: Fields,
): { [Name in keyof Fields]?: Exclude<Fields[Name], undefined> } {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as never;
}

/** Reading, changing and forgetting single memories. */
export function serveNodes({ mount, service: { memory } }: ServeDoor<MemoryAgent>): void {
  mount(contract.memoryStats, async ({ caller }) => presentStats(await memory.stats(scopeOf(caller))));

  mount(contract.listMemoryLevel, async ({ caller, params, query }) => {
    const level = params.level === 'all' ? {} : { level: levelNumber(params.level) };
    const { items } = await memory.list(scopeOf(caller), { ...level, limit: query.limit ?? 100 });
    return items.map(presentNode);
  });

  mount(contract.searchMemory, async ({ caller, query }) => {
    const page = await memory.list(
      scopeOf(caller),
      given({
        search: query.q,
        level: query.level === undefined ? undefined : levelNumber(query.level),
        kind: query.kind,
        minImportance: query.min_importance,
        maxImportance: query.max_importance,
        from: time(query.from),
        to: time(query.to),
        sessionId: query.session_id,
        deleted: query.deleted,
        limit: query.limit ?? 20,
        cursor: query.cursor,
      }),
    );
    return { items: page.items.map(presentNode), next_cursor: page.nextCursor };
  });

  mount(contract.remember, ({ caller, body }) =>
    memory.remember(scopeOf(caller), {
      content: body.content,
      ...given({
        importance: body.importance,
        sessionId: body.session_id,
        speaker: body.speaker,
        occurredAt: time(body.occurred_at),
      }),
    }),
  );

  mount(contract.recall, async ({ caller, body }) => {
    const { recallId, strategy, results, timings } = await memory.recall(scopeOf(caller), {
      query: body.query,
      k: body.limit ?? 10,
      ...given({
        levels: body.levels?.map(levelNumber),
        strategy: body.strategy,
        sessionId: body.session_id,
      }),
    });
    return {
      recall_id: recallId,
      strategy,
      results: results.map(presentRecalled),
      timings_ms: { ...timings },
    };
  });

  mount(contract.getNode, async ({ caller, params }) =>
    presentDetail(await memory.get(scopeOf(caller), params.id)),
  );

  mount(contract.updateNode, async ({ caller, params, body }) =>
    presentNode(await memory.update(scopeOf(caller), params.id, given(body))),
  );

  mount(contract.forgetNode, ({ caller, params, query }) =>
    query.permanently === true
      ? memory.purge(scopeOf(caller), params.id)
      : memory.forget(scopeOf(caller), params.id),
  );

  mount(contract.restoreNode, async ({ caller, params }) =>
    presentNode(await memory.restore(scopeOf(caller), params.id)),
  );
}

/** What concerns the memory as a whole. */
export function serveWhole({ mount, service: { memory } }: ServeDoor<MemoryAgent>): void {
  mount(contract.consolidate, async ({ caller, signal }) => {
    const outcome = await memory.consolidate(scopeOf(caller), { signal });
    return { ...outcome };
  });

  mount(contract.collectGarbage, async ({ caller, body }) => {
    const dryRun = body?.dry_run ?? false;
    const report = await memory.collectGarbage(scopeOf(caller), { dryRun });
    return { ...report, errors: [...report.errors], dry_run: dryRun };
  });

  mount(contract.memoryGraph, async ({ caller, query }) => {
    const graph = await memory.graph(
      scopeOf(caller),
      given({
        center: query.center,
        depth: query.depth,
        limit: query.limit,
        levels: query.min_level === undefined ? undefined : levelsFrom(levelNumber(query.min_level)),
      }),
    );
    return {
      nodes: graph.nodes.map(presentNode),
      edges: graph.edges.map(presentEdge),
      truncated: graph.truncated,
    };
  });

  mount(contract.listStrategies, async ({ caller }) => ({
    items: (await memory.strategies(scopeOf(caller))).map(({ id, uses, successRate, history }) => ({
      id,
      uses,
      success_rate: successRate,
      history: history.map((day) => ({ day: day.day, uses: day.uses, success_rate: day.successRate })),
    })),
  }));

  mount(contract.importMemory, async ({ caller, body }) => {
    if (body.trim() === '')
      throw new Refusal('invalid', 'memory.import_invalid', 'There is nothing to import.');
    const { imported, duplicates } = await memory.importLines(scopeOf(caller), body.split('\n'));
    return { imported, duplicates };
  });

  mount(contract.exportMemory, ({ caller }) => memory.exportLines(scopeOf(caller)));
}
