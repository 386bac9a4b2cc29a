export interface InvitationLetter {
  readonly subject: string;
  readonly text: string;
}

/** The words of an invitation; the token stands after `#`, which no server sees. */
export function invitationLetter(
  locale: 'ru' | 'en',
  facts: {
    readonly company: string;
    readonly inviter: string;
    readonly address: string;
    readonly days: number;
  },
): InvitationLetter {
  const { company, inviter, address, days } = facts;
  if (locale === 'ru')
    return {
      subject: `Приглашение в компанию «${company}»`,
      text: `${inviter} приглашает вас в компанию «${company}».\n\nЧтобы принять приглашение, откройте ссылку в течение ${days} дней и войдите с этим адресом:\n${address}\n\nЕсли вы не ждали приглашения, ничего делать не нужно.`,
    };
  return {
    subject: `Invitation to the company "${company}"`,
    text: `${inviter} invites you to the company "${company}".\n\nTo accept, open the link within ${days} days and sign in with this address:\n${address}\n\nIf you did not expect an invitation, there is nothing to do.`,
  };
}
