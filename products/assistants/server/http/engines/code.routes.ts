import type { ServeDoor } from '#platform/server/modules';
import { type Severity, severities } from '#products/assistants/engines/diagnostics';
import * as contract from '../../../contract/index.ts';
import type { AssistantsService } from '../../assistants.ts';
import { workspaceOf } from '../workspace.ts';
import { archiveEvents } from './archive-events.ts';
import { bodyBytes } from './body-bytes.ts';
import { presentFile, presentFinding, presentRules } from './present-code.ts';

const list = (text: string | undefined): readonly string[] | undefined => text?.split(',');
const severitiesOf = (text: string | undefined): readonly Severity[] | undefined =>
  text === undefined ? undefined : severities.filter((severity) => text.split(',').includes(severity));

/** Diagnostics, quick fixes, rules and outlines of code. */
export function mountCode({ mount, service: { tenants, engines } }: ServeDoor<AssistantsService>): void {
  const { run, reviews } = engines;

  mount(contract.checkCode, async ({ body, caller, header, locale, signal }) => {
    const workspace = await workspaceOf(tenants, { caller, header });
    const { save, ...input } = body;
    if (save !== undefined) reviews.requireKeeper(workspace);
    const { report, counts, warnings } = await run('checkCode', input, { owner: caller.userId, signal });
    const kept =
      save === undefined
        ? undefined
        : await reviews.save(workspace, { name: save, files: 1, counts, report: [report], leftOut: 0 });
    return {
      files: [presentFile(report, locale)],
      counts,
      warnings: [...warnings],
      review_id: kept?.id ?? null,
    };
  });

  mount(contract.checkArchive, async ({ query, stream, caller, header, locale, signal }) => {
    const workspace = await workspaceOf(tenants, { caller, header });
    const { save, configuration, only, severities: asked } = query;
    if (save !== undefined) reviews.requireKeeper(workspace);
    const input = {
      bytes: await bodyBytes(stream),
      configuration,
      only: list(only),
      severities: severitiesOf(asked),
    };
    return archiveEvents({
      locale,
      run: (onEvent) => run('checkArchive', input, { owner: caller.userId, signal, onEvent }),
      async keep({ files, counts, leftOut }, report) {
        if (save === undefined) return null;
        return (await reviews.save(workspace, { name: save, files, counts, report, leftOut })).id;
      },
    });
  });

  mount(contract.fixCode, async ({ body, caller, header, locale, signal }) => {
    await workspaceOf(tenants, { caller, header });
    const { findings, ...fixed } = await run('fixCode', body, { owner: caller.userId, signal });
    return { ...fixed, findings: findings.map((finding) => presentFinding(finding, locale)) };
  });

  mount(contract.listCodeRules, () => ({ items: presentRules(), next_cursor: null }));

  mount(contract.outlineCode, async ({ body, caller, header, signal }) => {
    await workspaceOf(tenants, { caller, header });
    return run('outlineCode', body, { owner: caller.userId, signal });
  });
}
