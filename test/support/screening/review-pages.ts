import { targetFor } from '../../../functions/people/staff-link.ts';
import { reviewerId, reviewerLink } from '../../../functions/reviewers/reviewer.ts';
import { reviewerTemplates } from '../../../functions/screening/mails/templates.ts';
import { reviewRoutes } from '../../../functions/screening/pages/review-routes.tsx';
import type { Review } from '../../../functions/screening/review.ts';
import type { Lang } from '../../../functions/shared/i18n.ts';
import type { PageResponse } from '../../../functions/shared/pages/request.ts';
import { memoryForms } from '../documents/memory-forms.ts';
import { macOf } from '../memory/memory-mac.ts';
import type { FormFields } from '../visitor.ts';
import { closed, type MemoryScreening } from './memory-screening.ts';

/** The pages and mails of reviewers on a round in memory, as their Lambdas make them. */
export function reviewPages(at: MemoryScreening, options: { readonly lang?: Lang } = {}) {
  const lang = options.lang ?? 'ko';
  const routes = reviewRoutes({
    ...at.deps,
    forms: memoryForms(),
    verifyLink: async (target, mac) => macOf(target) === mac,
  });
  const templates = reviewerTemplates({ ...at.deps, baseUrl: 'https://a.example', sign: async (to) => macOf(to) });

  const call = async (method: 'GET' | 'POST', path: string, fields: FormFields = {}): Promise<PageResponse> => {
    for (const route of routes.filter((one) => one.method === method)) {
      const names = [...route.path.matchAll(/\{(\w+)\}/gu)].map(([, name = '']) => name);
      const match = new RegExp(`^${route.path.replaceAll(/\{\w+\}/gu, '([^/]+)')}$`, 'u').exec(path);
      if (!match) continue;
      return route.page({
        method,
        path,
        params: Object.fromEntries(names.map((name, index) => [name, match[index + 1] ?? ''])),
        query: {},
        form: new Map(Object.entries(fields).map(([name, value]) => [name, [value].flat()])),
        cookies: {},
        source: '127.0.0.1',
        lang,
        now: closed,
      });
    }
    throw new Error(`no page for ${method} ${path}`);
  };

  /** What the form carries that is sent, once its page is opened. */
  const carried = async (path: string): Promise<FormFields> => {
    const id = /^\/v\/[^/]+\/[^/]+\/([^/]+)$/u.exec(path)?.[1];
    const review = id ? await at.deps.screenings.review(id) : undefined;
    return review ? { revision: String(review.revision) } : {};
  };

  return {
    get: (path: string) => call('GET', path),
    post: async (path: string, fields: FormFields = {}) => call('POST', path, { ...(await carried(path)), ...fields }),
    mail: async (template: string, person: string, ids: Readonly<Record<string, string>>) => {
      const made = new Map(Object.entries(templates)).get(template);
      if (!made) throw new Error(`there is no template ${template}`);
      return made.prepare({ person }, ids, closed);
    },
    /** The path of somebody's list in the round, with their present link. */
    list: async (person: string): Promise<string> => {
      const reviewer = await at.deps.screenings.reviewer(at.round.id, person);
      if (!reviewer) throw new Error(`${person} has no reviews`);
      const now = await at.deps.people.get(person);
      return `/v/${reviewerId(reviewer)}/${macOf(targetFor(reviewerLink(reviewer), now ?? {}))}`;
    },
    async path(review: Review): Promise<string> {
      return `${await this.list(review.reviewer)}/${review.id}`;
    },
  };
}

/** One score for each criterion of the academy, and a comment. */
export const scores = (score: number, comment = ''): FormFields => ({
  'score-motivation': String(score),
  'score-plan': String(score),
  'score-background': String(score),
  'score-contribution': String(score),
  comment,
});
