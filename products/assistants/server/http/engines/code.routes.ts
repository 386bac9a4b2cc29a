import type { ServeDoor } from '#platform/server/modules';
import * as contract from '../../../contract/index.ts';
import type { AssistantsService } from '../../assistants.ts';
import { workspaceOf } from '../workspace.ts';
import { archiveEvents } from './archive-events.ts';
import { bodyBytes } from './body-bytes.ts';
import { groundFor } from './ground-for.ts';
import { presentFile, presentFinding } from './present-code.ts';

const list = (text: string | undefined): readonly string[] | undefined => text?.split(',');
const severitiesOf = (text: string | undefined): readonly contract.Severity[] | undefined =>
  text === undefined
    ? undefined
    : contract.severities.filter((severity) => text.split(',').includes(severity));

/** Diagnostics, quick fixes, rules and outlines of code. */
export function mountCode({ mount, service }: ServeDoor<AssistantsService>): void {
  const { tenants, engines, grounds } = service;
  const { run, reviews } = engines;

  mount(contract.checkCode, async ({ body, caller, header, locale, signal }) => {
    const workspace = await workspaceOf(tenants, { caller, header });
    const { save, project_id: projectId, ...settings } = body;
    if (save !== undefined) reviews.requireKeeper(workspace);
    const input = { ...settings, ground: await groundFor(grounds, workspace, projectId) };
    const { report, counts, warnings, unknown } = await run('checkCode', input, {
      owner: caller.userId,
      signal,
    });
    const kept =
      save === undefined
        ? undefined
        : await reviews.save(workspace, { name: save, files: 1, counts, report: [report], leftOut: 0 });
    return {
      files: [presentFile(report, locale)],
      counts,
      warnings: [...warnings],
      review_id: kept?.id ?? null,
      ...(unknown === undefined ? {} : { unknown_names: [...unknown] }),
    };
  });

  mount(contract.checkArchive, async ({ query, stream, caller, header, locale, signal }) => {
    const workspace = await workspaceOf(tenants, { caller, header });
    const { save, configuration, only, severities: asked, project_id: projectId } = query;
    if (save !== undefined) reviews.requireKeeper(workspace);
    const ground = await groundFor(grounds, workspace, projectId);
    const input = {
      bytes: await bodyBytes(stream),
      ground,
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
    const { project_id: projectId, ...settings } = body;
    const workspace = await workspaceOf(tenants, { caller, header });
    const input = { ...settings, ground: await groundFor(grounds, workspace, projectId) };
    const { findings, ...fixed } = await run('fixCode', input, { owner: caller.userId, signal });
    return { ...fixed, findings: findings.map((finding) => presentFinding(finding, locale)) };
  });

  mount(contract.listCodeRules, async ({ caller }) => ({
    items: await engines.rules(caller.userId),
    next_cursor: null,
  }));

  mount(contract.outlineCode, async ({ body, caller, header, signal }) => {
    const { project_id: projectId, ...given } = body;
    const workspace = await workspaceOf(tenants, { caller, header });
    const input = { ...given, ground: await groundFor(grounds, workspace, projectId) };
    return run('outlineCode', input, { owner: caller.userId, signal });
  });
}
