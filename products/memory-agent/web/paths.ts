/** Addresses of this module's screens. */
export const chatPath = (conversationId?: string): string =>
  conversationId === undefined ? '/memory/chat' : `/memory/chat?conversation=${conversationId}`;

export const browsePath = (nodeId?: string): string =>
  nodeId === undefined ? '/memory/browse' : `/memory/browse?memory=${nodeId}`;

export const graphPath = (center?: string): string =>
  center === undefined ? '/memory/graph' : `/memory/graph?center=${center}`;
