import { createHmac } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { Readable } from 'node:stream';

/** A form posted to the bucket. */
export interface PostedForm {
  /** Names in lower case. */
  readonly fields: ReadonlyMap<string, string>;
  readonly file: Buffer | undefined;
}

interface Keys {
  readonly bucket: string;
  readonly region: string;
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
}

interface PostRefusal {
  readonly status: number;
  readonly code: string;
  readonly message: string;
}

/** Reads a multipart form. */
export async function formOf(request: IncomingMessage): Promise<PostedForm> {
  const body = new Response(Readable.toWeb(request), {
    headers: { 'content-type': request.headers['content-type'] ?? '' },
  });
  const form = await body.formData();
  const fields = new Map<string, string>();
  let file: Buffer | undefined;
  for (const [name, value] of form) {
    if (typeof value === 'string') fields.set(name.toLowerCase(), value);
    else if (name === 'file') file = Buffer.from(await value.arrayBuffer());
  }
  return { fields, file };
}

function signatureOf(policy: string, credential: string, secret: string): string {
  const [, day = '', region = '', service = '', kind = ''] = credential.split('/');
  const key = [day, region, service, kind].reduce<Buffer>(
    (previous, part) => createHmac('sha256', previous).update(part).digest(),
    Buffer.from(`AWS4${secret}`),
  );
  return createHmac('sha256', key).update(policy).digest('hex');
}

const denied = (message: string): PostRefusal => ({ status: 403, code: 'AccessDenied', message });

function conditionRefusal(condition: unknown, form: PostedForm): PostRefusal | undefined {
  const size = form.file?.length ?? 0;
  if (Array.isArray(condition)) {
    const [kind, first, second]: unknown[] = condition;
    if (kind === 'content-length-range') {
      if (size < Number(first)) return { status: 400, code: 'EntityTooSmall', message: 'Too small.' };
      if (size > Number(second)) return { status: 400, code: 'EntityTooLarge', message: 'Too large.' };
      return undefined;
    }
    const value = form.fields.get(String(first).replace('$', '').toLowerCase()) ?? '';
    const holds = kind === 'eq' ? value === second : value.startsWith(String(second));
    return holds ? undefined : denied(`Policy condition failed: ${String(first)}`);
  }
  const [name, expected] = Object.entries(Object(condition))[0] ?? [];
  if (name === undefined || name === 'bucket') return undefined;
  return form.fields.get(name.toLowerCase()) === expected
    ? undefined
    : denied(`Policy condition failed: ${name}`);
}

/** Why S3 would refuse the form; undefined when it would store it. */
export function postRefusal(form: PostedForm, keys: Keys): PostRefusal | undefined {
  const policy = form.fields.get('policy') ?? '';
  const credential = form.fields.get('x-amz-credential') ?? '';
  if (!credential.startsWith(`${keys.accessKeyId}/`) || !credential.includes(`/${keys.region}/s3/`))
    return denied('Wrong credential.');
  if (form.fields.get('x-amz-signature') !== signatureOf(policy, credential, keys.secretAccessKey))
    return { status: 403, code: 'SignatureDoesNotMatch', message: 'The signature does not match.' };
  const { expiration, conditions }: { expiration: string; conditions: readonly unknown[] } = JSON.parse(
    Buffer.from(policy, 'base64').toString('utf8'),
  );
  if (Date.parse(expiration) < Date.now()) return denied('Invalid according to Policy: Policy expired.');
  for (const condition of conditions) {
    const refusal = conditionRefusal(condition, form);
    if (refusal !== undefined) return refusal;
  }
  return undefined;
}
