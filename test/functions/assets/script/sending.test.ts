import { describe, expect, it } from 'vitest';
import { answeredBy } from '../../../../functions/assets/script/sending.ts';

const from = 'https://academy.example.kr/apply/why';
const noted = JSON.stringify({ keys: ['typed:A/why|x'], from });
const arrival = { type: 'navigate', redirects: 1, referrer: from };

describe('whether a form that was sent has arrived', () => {
  it('is told by the redirect with which the server answers what it has taken', () => {
    expect(answeredBy(noted, arrival)).toEqual({ keys: ['typed:A/why|x'], isTaken: true });
    expect(answeredBy(noted, { ...arrival, redirects: 0 })).toEqual({ keys: ['typed:A/why|x'], isTaken: false });
  });

  it.each([
    ['the browser went back', { ...arrival, type: 'back_forward' }],
    ['the page was loaded again', { ...arrival, type: 'reload' }],
    ['a mailed link was opened, which redirects too', { ...arrival, referrer: '' }],
    ['another page led there', { ...arrival, referrer: 'https://academy.example.kr/apply/background' }],
    ['the browser does not tell', { type: '', redirects: 0, referrer: from }],
  ])('is not known after the network was lost and %s', (_, other) => {
    expect(answeredBy(noted, other)).toBeUndefined();
  });

  it.each([null, '', '{', '[]', '"x"', '{"keys":[7],"from":"https://academy.example.kr/apply/why"}'])(
    'is not known by a note like %s',
    (odd) => {
      expect(answeredBy(odd, arrival)).toBeUndefined();
    },
  );
});
