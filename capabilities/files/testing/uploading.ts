import type { TestClient, TestReply } from '#platform/testing';
import { type FileReply, putContent, startUpload } from '../contract/index.ts';

export interface UploadOptions {
  readonly purpose?: string;
  readonly name?: string;
  /** What is announced; the real size if not given. */
  readonly size?: number;
}

/** Announces and sends; answers the second reply. */
export async function upload(
  client: TestClient,
  body: Uint8Array,
  options: UploadOptions = {},
): Promise<{ readonly id: string; readonly sent: TestReply<typeof putContent> }> {
  const { purpose = 'test.picture', name = 'picture.png', size = body.byteLength } = options;
  const started = await client(startUpload, { body: { purpose, name, size } });
  const { id } = started.reply();
  const sent = await client(putContent, { params: { id }, body });
  return { id, sent };
}

/** Uploads what must be taken. */
export async function published(
  client: TestClient,
  body: Uint8Array,
  options: UploadOptions = {},
): Promise<FileReply & { file: NonNullable<FileReply['file']> }> {
  const { sent } = await upload(client, body, options);
  const reply = sent.reply();
  const { file } = reply;
  if (file === null) throw new Error(`not published: ${sent.text}`);
  return { ...reply, file };
}
