import { describe, expect, it } from 'vitest';
import { callerIn } from '../../../ops/caller.ts';

describe('who the cloud says a caller is', () => {
  it.each([
    ['arn:aws:sts::123456789012:assumed-role/Operators/minji.kim', 'Operators/minji.kim'],
    ['arn:aws:iam::123456789012:user/minji', 'minji'],
    ['arn:aws:iam::123456789012:user/staff/minji', 'staff/minji'],
    ['arn:aws:sts::123456789012:federated-user/minji', 'minji'],
    ['arn:aws:iam::123456789012:root', 'root'],
    ['arn:aws-cn:iam::123456789012:user/minji', 'minji'],
  ])('is read from %s', (arn, name) => {
    expect(callerIn(arn)).toEqual({ account: '123456789012', name });
  });

  it.each([undefined, '', 'minji', 'arn:aws:s3:::bucket'])('is nobody if the answer is %s', (arn) => {
    expect(() => callerIn(arn)).toThrow();
  });
});
