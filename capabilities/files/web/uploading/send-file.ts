import { type Api, ApiProblem, sendWithProgress } from '#platform/web';
import {
  completeUpload,
  deleteFile,
  type FileReply,
  type PublishedFile,
  putContent,
  readFile,
  startUpload,
  type UploadTicket,
} from '../../contract/index.ts';

export interface SendFileOptions {
  readonly purpose: string;
  readonly signal: AbortSignal;
  /** Told the share that has gone out, 0 to 1; 1 when only the check is left. */
  readonly onProgress: (share: number) => void;
}

const askAgainMs = 1_500;

function refusedAs(code: string): ApiProblem {
  return new ApiProblem(422, { type: `urn:quintet:problem:${code}`, title: 'Refused', status: 422, code });
}

function pause(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const stop = (): void => {
      clearTimeout(timer);
      reject(signal.reason);
    };
    const timer = setTimeout(() => {
      signal.removeEventListener('abort', stop);
      resolve();
    }, ms);
    signal.addEventListener('abort', stop, { once: true });
  });
}

/** Straight into the object storage, which is another origin and knows nothing of sessions. */
async function sendForm(
  file: File,
  { url, fields = {} }: UploadTicket['upload'],
  { signal, onProgress }: SendFileOptions,
): Promise<void> {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.set(name, value);
  form.set('file', file);
  const send = sendWithProgress((sent, total) => onProgress(sent / total));
  const response = await send(url, { method: 'POST', body: form, signal }).catch((error: unknown) => {
    throw error instanceof TypeError ? new ApiProblem(0) : error;
  });
  if (!response.ok) throw refusedAs('files.not_uploaded');
}

async function settled(api: Api, reply: FileReply, signal: AbortSignal): Promise<PublishedFile> {
  let current = reply;
  while (current.status === 'checking' || current.status === 'pending') {
    await pause(askAgainMs, signal);
    current = await api.call(readFile, { params: { id: reply.id }, signal });
  }
  if (current.file === null) throw refusedAs(current.refusal ?? 'files.not_found');
  return current.file;
}

/**
 * Uploads one file and waits until it is published. Rejects with `ApiProblem` (codes of `files.*`), or with the abort
 * reason; what was begun is taken back then.
 */
export async function sendFile(api: Api, file: File, options: SendFileOptions): Promise<PublishedFile> {
  const { purpose, signal, onProgress } = options;
  const ticket = await api.call(startUpload, {
    body: {
      purpose,
      name: file.name.slice(0, 500) || 'file',
      size: file.size,
      ...(file.type === '' ? {} : { media_type: file.type.slice(0, 150) }),
    },
    signal,
  });
  const params = { id: ticket.id };
  try {
    if (ticket.upload.method === 'POST') {
      await sendForm(file, ticket.upload, options);
      onProgress(1);
      return await settled(api, await api.call(completeUpload, { params, signal }), signal);
    }
    const reply = await api.call(putContent, {
      params,
      body: file,
      signal,
      onProgress: (sent, total) => onProgress(sent / total),
    });
    return await settled(api, reply, signal);
  } catch (error) {
    // Frees its place among the pending ones; the server forgets it in a day anyway.
    void api.call(deleteFile, { params }).catch(() => undefined);
    throw error;
  }
}
