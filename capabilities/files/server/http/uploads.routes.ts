import type { Caller } from '#platform/server/http';
import type { ServeDoor } from '#platform/server/modules';
import {
  completeUpload,
  deleteFile,
  type FileReply,
  type FileStatus,
  putContent,
  readFile,
  startUpload,
} from '../../contract/index.ts';
import { presentFile } from '../index.ts';
import type { FileStanding } from '../publishing/status.ts';
import type { FilesService } from '../service.ts';

function statusOf({ upload }: FileStanding): FileStatus {
  const { status } = upload;
  if (status === 'published' || status === 'refused' || status === 'checking') return status;
  return 'pending';
}

function present(standing: FileStanding): FileReply {
  const { upload, view } = standing;
  return {
    id: upload.id,
    status: statusOf(standing),
    purpose: upload.purpose,
    name: upload.name,
    refusal: upload.refusal,
    file: view === undefined ? null : presentFile(view),
    created_at: upload.created_at.toISOString(),
  };
}

export function serveUploads({ mount, service }: ServeDoor<FilesService>): void {
  const shown = async (caller: Caller | null, id: string) => present(await service.standing(caller, id));

  mount(startUpload, async ({ caller, body }, reply) => {
    const { media_type: mediaType, ...request } = body;
    const { id, expiresAt, direct } = await service.start(caller, { ...request, mediaType });
    reply.header('cache-control', 'no-store');
    const upload =
      direct === undefined
        ? ({ method: 'PUT', url: `/files/uploads/${id}/content` } as const)
        : ({ method: 'POST', url: direct.url, fields: { ...direct.fields } } as const);
    return { id, upload, expires_at: expiresAt.toISOString() };
  });

  mount(putContent, async ({ caller, params, stream }) => {
    await service.receive(caller.userId, params.id, stream);
    return shown(caller, params.id);
  });

  mount(completeUpload, async ({ caller, params }) => {
    await service.complete(caller.userId, params.id);
    return shown(caller, params.id);
  });

  mount(readFile, async ({ caller, params }, reply) => {
    reply.header('cache-control', 'private, no-store');
    return shown(caller, params.id);
  });

  mount(deleteFile, async ({ caller, params }) => {
    await service.deleteOwn(caller.userId, params.id);
  });
}
