import { type Static, Type } from 'typebox';
import { defineRoute, Id, IdParams, Instant, Nullable, PageOf, pageQuery } from '#platform/contract';

/** A notice as its person reads it, in the language of the request. */
export const Notification = Type.Object({
  id: Id,
  kind: Type.String(),
  title: Type.String(),
  body: Type.String(),
  /** A path of the web application, `/app/…`. */
  path: Nullable(Type.String()),
  created_at: Instant,
  read_at: Nullable(Instant),
});

export type Notification = Static<typeof Notification>;

export const listNotifications = defineRoute({
  method: 'GET',
  path: '/notifications/',
  name: 'notifications.list_notifications',
  summary: 'My notifications, newest first',
  access: 'signed-in',
  query: Type.Object({ ...pageQuery, unread: Type.Optional(Type.Boolean()) }),
  reply: PageOf(Notification),
  refusals: ['notifications.bad_cursor'],
});

export const countNotifications = defineRoute({
  method: 'GET',
  path: '/notifications/count',
  name: 'notifications.count_notifications',
  summary: 'How many of my notifications are unread',
  access: 'signed-in',
  reply: Type.Object({ unread: Type.Integer({ minimum: 0 }) }),
});

export const getNotification = defineRoute({
  method: 'GET',
  path: '/notifications/:id',
  name: 'notifications.get_notification',
  summary: 'One of my notifications; what a device fetches after a push',
  access: 'signed-in',
  params: IdParams,
  reply: Notification,
  refusals: ['notifications.not_found'],
});

export const readNotification = defineRoute({
  method: 'POST',
  path: '/notifications/:id/read',
  name: 'notifications.read_notification',
  summary: 'Mark a notification as read; a repeat changes nothing',
  access: 'signed-in',
  params: IdParams,
  reply: Notification,
  refusals: ['notifications.not_found'],
});

/** An open window showed that it arrived: no push is needed. It stays unread. */
export const acknowledgeNotification = defineRoute({
  method: 'POST',
  path: '/notifications/:id/seen',
  name: 'notifications.acknowledge_notification',
  summary: 'Say that a window showed the notification, so that no push follows',
  access: 'signed-in',
  params: IdParams,
  status: 204,
  refusals: ['notifications.not_found'],
});

export const readAllNotifications = defineRoute({
  method: 'POST',
  path: '/notifications/read-all',
  name: 'notifications.read_all_notifications',
  summary: 'Mark everything in my inbox as read',
  access: 'signed-in',
  reply: Type.Object({ read: Type.Integer({ minimum: 0 }) }),
});

export const deleteNotification = defineRoute({
  method: 'DELETE',
  path: '/notifications/:id',
  name: 'notifications.delete_notification',
  summary: 'Take a notification out of my inbox for good',
  access: 'signed-in',
  params: IdParams,
  status: 204,
  refusals: ['notifications.not_found'],
});
