export type { MountSocket, SocketEndpoint } from './endpoint.ts';
export { frameTexts } from './frames.ts';
export { type AcceptedSocket, type CloseCode, closeCodes, type SocketGate } from './gate.ts';
export { createRealtime, type RealtimeHub, type RealtimeOptions } from './realtime.ts';
export { createSocketServer, type SocketServer, type SocketServerOptions } from './socket-server.ts';
export type { ChannelRule, DropTarget, Realtime } from './types.ts';
