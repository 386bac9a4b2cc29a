export { MessageSent } from './events.ts';
export {
  Attachment,
  attachmentTypes,
  ChatMessage,
  ChatPerson,
  largestAttachment,
  longestText,
  mostAttachments,
  Room,
  RoomMember,
} from './fields.ts';
export {
  deleteMessage,
  editMessage,
  listMessages,
  markRead,
  reportMessage,
  sendMessage,
} from './messages.ts';
export { ClientFrame, type ServerFrame } from './protocol.ts';
export {
  addMember,
  blockPerson,
  getRoom,
  listBlocks,
  listRooms,
  muteRoom,
  openRoom,
  removeMember,
  renameRoom,
  unblockPerson,
  unmuteRoom,
} from './rooms.ts';
