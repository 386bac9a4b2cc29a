import { text } from 'node:stream/consumers';
import { type DoubleServer, startDoubleServer } from './double-server.ts';

/** An incoming webhook of Slack. */
export interface SlackDouble extends DoubleServer {
  /** The value of SLACK_WEBHOOK_URL. */
  readonly webhookUrl: string;
  readonly received: readonly string[];
}

export async function startSlackDouble(): Promise<SlackDouble> {
  const received: string[] = [];
  const server = await startDoubleServer(async (request, response, misbehaves) => {
    const body = await text(request);
    if (misbehaves()) return;
    const message: unknown = JSON.parse(body).text;
    if (request.method !== 'POST' || typeof message !== 'string' || message === '')
      return void response.writeHead(400).end('no_text');
    received.push(message);
    response.writeHead(200).end('ok');
  });
  return { ...server, webhookUrl: `${server.url}/services/T0/B0/x`, received };
}
