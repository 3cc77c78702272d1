import { expect, it } from 'vitest';
import { namesOf, organisationsIn } from '../../../functions/reviewers/organisations.ts';

it('an organisation is known by its other names, and by the other words for its kind', () => {
  const names = organisationsIn('서울대 경영학과').flatMap(namesOf);
  expect(names).toEqual(expect.arrayContaining(['서울대학교', '서울대', 'snu', 'seoulnationaluniversity']));
});
