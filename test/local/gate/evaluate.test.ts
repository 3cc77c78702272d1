import { describe, expect, it } from 'vitest';
import { evaluate, policySchema } from '../../../local/gate/evaluate.ts';

const table = 'arn:aws:dynamodb:ap-northeast-2:000000000000:table/sfa-test-rounds';
const policy = (...statements: readonly object[]) =>
  policySchema.parse({ Version: '2012-10-17', Statement: statements });
const allow = (more: object) => policy({ Effect: 'Allow', Action: 'dynamodb:GetItem', Resource: table, ...more });
const get = { action: 'dynamodb:GetItem', resource: table };

describe('the decision on a call', () => {
  it('allows what a statement names', () => {
    expect(evaluate([allow({})], get).allowed).toBe(true);
  });

  it('refuses what no statement names, in the words of the service', () => {
    expect(evaluate([allow({})], { ...get, action: 'dynamodb:PutItem' })).toEqual({
      allowed: false,
      because: 'no identity-based policy allows the dynamodb:PutItem action',
    });
    expect(evaluate([], get).allowed).toBe(false);
  });

  it('does not take a table for its index, or a name for a longer one', () => {
    expect(evaluate([allow({})], { ...get, resource: `${table}/index/byEmail` }).allowed).toBe(false);
    expect(evaluate([allow({})], { ...get, resource: `${table}-2` }).allowed).toBe(false);
    expect(evaluate([allow({ Resource: `${table}/index/*` })], get).allowed).toBe(false);
  });

  it('reads wildcards in actions without regard to case, and in resources with it', () => {
    expect(evaluate([allow({ Action: 'DYNAMODB:get*' })], get).allowed).toBe(true);
    expect(evaluate([allow({ Resource: table.toUpperCase() })], get).allowed).toBe(false);
    expect(evaluate([allow({ Resource: 'arn:aws:dynamodb:*:*:table/sfa-????-rounds' })], get).allowed).toBe(true);
  });

  it('lets a Deny win over every Allow', () => {
    const denied = policy({ Effect: 'Deny', Action: '*', Resource: '*' });
    expect(evaluate([allow({}), denied], get)).toMatchObject({
      allowed: false,
      because: expect.stringContaining('explicit deny'),
    });
  });

  it('holds conditions against the context of the call', () => {
    const from = allow({ Condition: { StringEquals: { 'ses:FromAddress': ['a@x.kr', 'b@x.kr'] } } });
    expect(evaluate([from], { ...get, context: { 'ses:fromaddress': 'b@x.kr' } }).allowed).toBe(true);
    expect(evaluate([from], { ...get, context: { 'ses:fromaddress': 'c@x.kr' } }).allowed).toBe(false);
    expect(evaluate([from], get).allowed).toBe(false);
  });

  it('wants every value of a set to fit, and lets a negated operator pass if the key is missing', () => {
    const all = allow({ Condition: { 'ForAllValues:StringLike': { 'ses:Recipients': '*@x.kr' } } });
    expect(evaluate([all], { ...get, context: { 'ses:recipients': ['a@x.kr', 'b@x.kr'] } }).allowed).toBe(true);
    expect(evaluate([all], { ...get, context: { 'ses:recipients': ['a@x.kr', 'b@y.kr'] } }).allowed).toBe(false);
    const not = allow({ Condition: { StringNotEquals: { 'aws:x': ['1', '2'] } } });
    expect(evaluate([not], get).allowed).toBe(true);
    expect(evaluate([not], { ...get, context: { 'aws:x': '2' } }).allowed).toBe(false);
  });

  it.each([
    ['an unknown condition operator', allow({ Condition: { DateGreaterThan: { 'aws:CurrentTime': '2026-01-01' } } })],
    ['a policy variable', allow({ Resource: `${table}/\${aws:username}` })],
    ['NotAction', policy({ Effect: 'Allow', NotAction: 'iam:*', Resource: '*' })],
    ['NotResource', policy({ Effect: 'Allow', Action: '*', NotResource: 'x' })],
  ])('never allows by %s', (_, unknown) => {
    expect(evaluate([unknown], get).allowed).toBe(false);
  });

  it('takes a Deny that it does not understand for one that applies', () => {
    const strange = policy({ Effect: 'Deny', NotAction: 'iam:*', Resource: '*' });
    expect(evaluate([allow({}), strange], get).allowed).toBe(false);
  });
});
