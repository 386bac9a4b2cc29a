import type { CliCommand } from '#platform/server/modules';
import type { MemoryEngine } from '../engine.ts';
import { spacesAfter } from '../spaces/space.store.ts';
import { evaluateCommand } from './evaluate.ts';

const page = 200;

/** Commands of the memory module for the command line. */
export const commands: readonly CliCommand<MemoryEngine>[] = [
  evaluateCommand,
  {
    path: 'gc',
    summary:
      'Collect memory garbage in every space: forget what is unimportant, old and unused; delete what expired',
    options: [{ flags: '--dry-run', description: 'Count only.' }],
    async run({ options, print, service }) {
      const report = await service.collectGarbage('all', { dryRun: options['dryRun'] === true });
      print(JSON.stringify(report));
      if (report.errors.length > 0) throw new Error('Parts of the garbage collection failed.');
    },
  },
  {
    path: 'memory consolidate',
    summary: 'Consolidate every space that has something new',
    async run({ print, service, platform }) {
      let after: string | null = null;
      let failed = 0;
      for (;;) {
        const spaces = await spacesAfter(platform.database, after, { waiting: true, limit: page });
        for (const { owner_id: ownerId, agent_id: agentId } of spaces) {
          try {
            const outcome = await service.consolidate({ ownerId, agentId });
            print(`${ownerId} ${agentId} ${JSON.stringify(outcome)}`);
          } catch {
            failed += 1;
            print(`${ownerId} ${agentId} failed, see the log`);
          }
        }
        if (spaces.length < page) break;
        after = spaces.at(-1)?.space_id ?? null;
      }
      if (failed > 0) throw new Error(`${failed} spaces could not be consolidated.`);
    },
  },
];
