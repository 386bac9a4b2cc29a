export type { Api } from './api/api.ts';
export type { CallArguments, CallInput, CallOptions, ResultOf } from './api/call-input.ts';
export type { StreamEvent } from './api/event-stream.rules.ts';
export { ApiProblem, asProblem, type FieldProblem } from './api/problem.ts';
export { sendWithProgress } from './api/send-with-progress.ts';
export { useApi } from './api/use-api.ts';
export { callKey, type UseCallOptions, useCall, useInvalidate } from './api/use-call.ts';
export { type CursorListState, type ItemOf, useCursorList } from './api/use-cursor-list.ts';
export { type UseSendOptions, useSend } from './api/use-send.ts';
export { useFaultText } from './forms/fault-text.ts';
export { Form, type FormProps, SubmitButton, type SubmitButtonProps } from './forms/form.tsx';
export { FormTextField, type FormTextFieldProps } from './forms/form-text-field.tsx';
export { type FieldName, type FormHandle, type FormOptions, useForm } from './forms/use-form.ts';
export type { Fault } from './forms/violations.rules.ts';
export {
  defineTexts,
  type Language,
  type LocaleOf,
  type Localized,
  type Texts,
  type Translate,
} from './i18n/texts.ts';
export { useLanguage, useLocalized, useSetLanguage } from './i18n/use-language.ts';
export { useText } from './i18n/use-text.ts';
export { safeReturnPath } from './modules/access.rules.ts';
export {
  defineScreen,
  defineWebModule,
  type IconType,
  type Remedy,
  type ScreenAccess,
  type ScreenDefinition,
  type ScreenNav,
  type SignInWay,
  type WebModule,
} from './modules/screen.ts';
export { useAuditAction } from './modules/use-audit-action.ts';
export { type OpenModule, useModules } from './modules/use-modules.ts';
export { useSignInWays } from './modules/use-sign-in-ways.ts';
export { ConfirmDialog, type ConfirmDialogProps } from './patterns/confirm-dialog.tsx';
export { CopyButton, type CopyButtonProps } from './patterns/copy-button.tsx';
export {
  CursorList,
  type CursorListProps,
  DataList,
  type DataListProps,
  ListSkeleton,
} from './patterns/cursor-list.tsx';
export { EmptyState, type EmptyStateProps } from './patterns/empty-state.tsx';
export { ErrorNotice, type ErrorNoticeProps } from './patterns/error-notice.tsx';
export { LoadingState, type LoadingStateProps } from './patterns/loading-state.tsx';
export { LocaleNumber, type LocaleNumberProps } from './patterns/locale-number.tsx';
export { MessageField, type MessageFieldProps } from './patterns/message-field.tsx';
export { Page, type PageProps, useDocumentTitle } from './patterns/page.tsx';
export { PlainText, type PlainTextProps } from './patterns/plain-text.tsx';
export { type RefusalTexts, useProblemText } from './patterns/problem-text.ts';
export { RelativeTime, type RelativeTimeProps } from './patterns/relative-time.tsx';
export { type Notify, useNotice } from './patterns/use-notice.ts';
export { visuallyHidden } from './patterns/visually-hidden.ts';
export type { ChannelMessage, Socket } from './realtime/realtime.ts';
export { useChannel } from './realtime/use-channel.ts';
export type { WebPlatform } from './root/platform-context.ts';
export { createWebPlatform, type WebPlatformOptions } from './root/web-platform.ts';
export {
  Screens,
  WebProviders,
  type WebProvidersProps,
  WebRoot,
  type WebRootProps,
} from './root/web-root.tsx';
export type { SessionApi, SessionUser, SignedInReply } from './session/session.ts';
export { type CurrentSession, useSession } from './session/use-session.ts';
export { BrandMark } from './shell/brand.tsx';
export { useSeriesColors } from './theme/use-series-colors.ts';
