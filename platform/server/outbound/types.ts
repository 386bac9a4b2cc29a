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

/** A mail that was written instead of sent. */
export interface OutboxMail extends Mail {
  readonly id: string;
  readonly from: string;
  /** ISO 8601, UTC. */
  readonly writtenAt: string;
}

/** A mailer whose outbox can be looked into. */
export interface OutboxMailer extends Mailer {
  /** The last 200 mails that were written, newest first; none when mail goes over SMTP. */
  outbox(): Promise<readonly OutboxMail[]>;
}
