import { type Static, Type } from 'typebox';

const optional = (description: string) => Type.Optional(Type.String({ minLength: 1, description }));
const url = (description: string) => Type.String({ pattern: '^https?://[^\\s]+[^\\s/]$', description });

export const NotificationsConfig = Type.Object({
  VAPID_PUBLIC_KEY: Type.Optional(
    Type.String({
      pattern: '^[A-Za-z0-9_-]{87}$',
      description:
        'Web Push key pair, base64url. Generated in development; without it production sends no web pushes.',
    }),
  ),
  VAPID_PRIVATE_KEY: Type.Optional(
    Type.String({
      pattern: '^[A-Za-z0-9_-]{43}$',
      description: 'The private half, required with the public one.',
    }),
  ),
  VAPID_SUBJECT: Type.Optional(
    Type.String({
      pattern: '^(mailto:[^\\s]+@[^\\s]+|https://[^\\s]+)$',
      description:
        'Whom push services may write to. Default: PUBLIC_URL when it is https, else the address of MAIL_FROM.',
    }),
  ),
  PUSH_SERVICE_HOSTS: Type.String({
    default:
      'fcm.googleapis.com,*.push.services.mozilla.com,*.notify.windows.com,web.push.apple.com,*.push.apple.com',
    description:
      'Comma list of hosts that Web Push subscriptions may point to; `*.` stands for any subdomain. Outside production loopback is allowed, too.',
  }),
  NOTIFICATIONS_PUSH_DELAY_SECONDS: Type.Integer({
    default: 10,
    minimum: 0,
    maximum: 600,
    description:
      'A push goes out when nobody read the notice in the application for so long; urgent ones at once.',
  }),
  NOTIFICATIONS_TIMEOUT_MS: Type.Integer({
    default: 10_000,
    minimum: 50,
    maximum: 30_000,
    description: 'How long an outside service may take to answer, in milliseconds.',
  }),
  FCM_SERVICE_ACCOUNT: optional(
    'Service account of Firebase: its JSON, or the path of the file. Turns FCM on.',
  ),
  FCM_API_URL: Type.Optional(url('Base URL of FCM. Default: https://fcm.googleapis.com.')),
  FCM_TOKEN_URL: Type.Optional(url('OAuth2 token endpoint. Default: `token_uri` of the service account.')),
  SLACK_WEBHOOK_URL: Type.Optional(url("Incoming webhook for operators' notices. Default: the log only.")),
});

export type NotificationsConfig = Static<typeof NotificationsConfig>;
