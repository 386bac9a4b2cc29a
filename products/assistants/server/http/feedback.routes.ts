import type { ServeDoor } from '#platform/server/modules';
import * as contract from '../../contract/index.ts';
import type { AssistantsService } from '../assistants.ts';
import { workspaceOf } from './workspace.ts';

/** What people say of answers. */
export function mountFeedback({ mount, service: { feedback, tenants } }: ServeDoor<AssistantsService>): void {
  mount(contract.giveFeedback, async (request) => {
    const { useful, reasons = [], comment } = request.body;
    const words = comment === undefined || comment.trim() === '' ? null : comment.trim();
    const workspace = await workspaceOf(tenants, request);
    await feedback.judge(workspace, request.params.id, { useful, reasons, comment: words });
    return { status: 'recorded' as const };
  });
  mount(contract.withdrawFeedback, async (request) =>
    feedback.withdraw(await workspaceOf(tenants, request), request.params.id),
  );
}
