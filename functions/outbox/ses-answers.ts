import { SESServiceException } from '@aws-sdk/client-ses';

/** States of the account or the identity in which SES takes no mail, and which pass. */
export const sesStates = {
  IdentityUnverified: 'the sender, or in the sandbox the recipient, is not verified yet: DKIM records, or the sandbox',
  SendingPaused: 'AWS has paused sending for the account, or somebody has for the configuration set',
  DailyQuotaReached: 'as many mails were sent in 24 hours as the account may send',
  SendingTooFast: 'more mails left in a second than the account may send',
  SendingForbidden: 'the role of the dispatcher or a policy of the identity does not allow sending',
} as const satisfies Record<string, string>;
export type SesState = keyof typeof sesStates;

/** What SES means by an error: a state that will pass, a mail that it never takes, or neither. */
export type SesAnswer =
  | { readonly kind: 'passing'; readonly state: SesState }
  | { readonly kind: 'never' }
  | { readonly kind: 'other' };

const passing = (state: SesState): SesAnswer => ({ kind: 'passing', state });

/**
 * https://docs.aws.amazon.com/ses/latest/APIReference/API_SendRawEmail.html#API_SendRawEmail_Errors and
 * https://docs.aws.amazon.com/ses/latest/dg/troubleshoot-error-messages.html: SES says some states by the message alone.
 */
export function sesAnswer(error: unknown): SesAnswer {
  if (!(error instanceof SESServiceException)) return { kind: 'other' };
  const { name, message } = error;
  switch (name) {
    case 'MessageRejected':
      if (/not verified/iu.test(message)) return passing('IdentityUnverified');
      if (/sending (?:is |was )?(?:paused|suspended|disabled)/iu.test(message)) return passing('SendingPaused');
      if (/quota/iu.test(message)) return passing('DailyQuotaReached');
      return { kind: 'never' };
    case 'MailFromDomainNotVerifiedException':
    case 'MailFromDomainNotVerified':
      return passing('IdentityUnverified');
    case 'AccountSendingPausedException':
    case 'ConfigurationSetSendingPausedException':
      return passing('SendingPaused');
    case 'Throttling':
    case 'ThrottlingException':
    case 'TooManyRequestsException':
    case 'LimitExceededException':
      return passing(/daily/iu.test(message) ? 'DailyQuotaReached' : 'SendingTooFast');
    case 'AccessDenied':
    case 'AccessDeniedException':
      return passing('SendingForbidden');
    case 'InvalidParameterValue':
      return { kind: 'never' };
    default:
      return { kind: 'other' };
  }
}
