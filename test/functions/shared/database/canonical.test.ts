import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalHash } from '../../../../functions/shared/database/canonical.ts';

describe('the canonical hash', () => {
  it('is the SHA-256 of the JSON with its fields in order', () => {
    // printf %s '{"a":[1,{"c":true,"d":null}],"b":"글"}' | openssl dgst -sha256
    const hash = '4c03cf823bbfffe96b1f9d9aca74bb5404ef2a880924b0212d30f1bb4b7f0439';
    expect(canonicalHash({ b: '글', a: [1, { d: null, c: true }] })).toBe(hash);
  });

  it('is the same after a way through JSON', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(canonicalHash(JSON.parse(JSON.stringify(value)))).toBe(canonicalHash(value));
      }),
    );
  });

  it('takes a field that is undefined for one that is not there, and null for one that is', () => {
    expect(canonicalHash({ a: 1, b: undefined })).toBe(canonicalHash({ a: 1 }));
    expect(canonicalHash({ a: 1, b: null })).not.toBe(canonicalHash({ a: 1 }));
  });
});
