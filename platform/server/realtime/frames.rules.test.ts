import { createServer } from 'node:http';
import { expect, it } from 'vitest';
import { WebSocket, WebSocketServer } from 'ws';
import { frameTexts } from './frames.ts';

it('frames texts of every length so that a WebSocket reads them back', async () => {
  const lengths = [0, 1, 125, 126, 65_535, 65_536];
  const texts = lengths.map((length) => 'ж'.repeat(Math.floor(length / 2)) + 'x'.repeat(length % 2));
  const sockets = new WebSocketServer({ noServer: true, perMessageDeflate: false });
  const server = createServer().on('upgrade', (request, socket, head) => {
    sockets.handleUpgrade(request, socket, head, () => {
      socket.write(frameTexts([...texts, Buffer.from('{}')]));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = typeof address === 'object' ? address?.port : undefined;
  const client = new WebSocket(`ws://127.0.0.1:${port}/`);
  const seen: string[] = [];
  client.on('message', (data) => seen.push(data.toString()));
  await expect.poll(() => seen).toEqual([...texts, '{}']);
  client.terminate();
  server.close();
});
