export { type ChatClient, type ChatClientOptions, connectChat } from './chat-client.ts';
export { createNeighbours, type Neighbours } from './stand-ins.ts';
