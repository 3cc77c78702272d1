import { MessageRejected, SESServiceException } from '@aws-sdk/client-ses';
import { describe, expect, it } from 'vitest';
import { sesAnswer } from '../../../functions/outbox/ses-answers.ts';

const says = (name: string, message = 'made by the test') =>
  sesAnswer(new SESServiceException({ name, message, $fault: 'client', $metadata: {} }));

describe('what SES answers', () => {
  it.each([
    [
      'IdentityUnverified',
      'MessageRejected',
      'Email address is not verified. The following identities failed the check in region AP-NORTHEAST-2: academy.example.kr',
    ],
    ['IdentityUnverified', 'MailFromDomainNotVerifiedException', 'no'],
    [
      'SendingPaused',
      'MessageRejected',
      'Sending suspended for this account. For more information, please check the inbox',
    ],
    [
      'SendingPaused',
      'MessageRejected',
      'Sending paused for this account. For more information, please check the inbox',
    ],
    ['SendingPaused', 'AccountSendingPausedException', 'no'],
    ['DailyQuotaReached', 'Throttling', 'Daily message quota exceeded.'],
    ['SendingTooFast', 'Throttling', 'Maximum sending rate exceeded.'],
    ['SendingTooFast', 'ThrottlingException', 'Rate exceeded'],
    ['SendingForbidden', 'AccessDenied', 'User is not authorized to perform ses:SendRawEmail'],
  ])('is the state %s where it is %s: %s', (state, name, message) => {
    expect(says(name, message)).toEqual({ kind: 'passing', state });
  });

  it.each([
    ['MessageRejected', 'Message contains a virus'],
    ['MessageRejected', 'Address blacklisted.'],
    ['InvalidParameterValue', "Missing final '@domain'"],
  ])('is never to be sent where it is %s: %s', (name, message) => {
    expect(says(name, message)).toEqual({ kind: 'never' });
  });

  it('is read as well if the SDK knows the exception by its class', () => {
    const message = 'Email address is not verified.';
    expect(sesAnswer(new MessageRejected({ message, $metadata: {} }))).toMatchObject({ kind: 'passing' });
  });

  it('says nothing of the mail if the service fails, and neither does a lost connection', () => {
    expect(says('InternalFailure')).toEqual({ kind: 'other' });
    expect(sesAnswer(new TypeError('socket hang up'))).toEqual({ kind: 'other' });
  });
});
