import type { Typed } from '../../shared/pages/form.ts';
import type { PageRequest } from '../../shared/pages/request.ts';
import type { Held } from './kinds.ts';

const kept = { name: 'typed', value: 'kept' } as const;

/** Where whoever was led away from their decision comes back to it: to the question whether it is meant. */
export const keptTypedPath = (path: string): string => `${path}?${kept.name}=${kept.value}`;

/** What they had typed by then; nothing for who opens the request as usual. */
export const keptTyped = ({ request }: Pick<Held, 'request'>, page: Pick<PageRequest, 'query'>): Typed | undefined =>
  page.query[kept.name] === kept.value ? request.typed : undefined;
