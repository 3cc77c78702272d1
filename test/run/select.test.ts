import { expect, it } from 'vitest';
import { filesNamed } from './select.ts';

const files = ['test/workflows/intake.test.ts', 'test/workflows/seats.test.ts', 'test/functions/seats/seat.test.ts'];

it('a name means the files and folders that begin with it', () => {
  expect(filesNamed(files, ['intake'])).toEqual(['test/workflows/intake.test.ts']);
  expect(filesNamed(files, ['seats'])).toEqual(files.slice(1));
  expect(filesNamed(files, ['workflows/seat', 'intake'])).toEqual(files.slice(0, 2));
  expect(filesNamed(files, [])).toEqual(files);
});

it('a name that means nothing is said, with what there is', () => {
  expect(() => filesNamed(files, ['intake', 'take'])).toThrow(/begins with "take"[\s\S]*workflows\/seats\.test\.ts/u);
});
