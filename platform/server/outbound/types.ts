/** A mail to one person. Plain text always; HTML is made from the same words. */
export interface Mail {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly html?: string;
}

/** Sends mail: over SMTP when configured, else into `DATA_DIR/outbox`, shown at `/dev/outbox` in development. */
export interface Mailer {
  send(mail: Mail): Promise<void>;
}
