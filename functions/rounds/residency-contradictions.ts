import { unprintable } from '../shared/pdf/unprintable.ts';
import { type AskedFields, type Finding, inside, usedTwice } from './findings.ts';
import type { Residency } from './residency.ts';
import { wrongAskedOf } from './round-documents.ts';

/** What is wrong in the residency of a round, though each of its fields is right by itself. */
export const residencyContradictions = (
  { programme, form, residency }: { readonly programme: string; readonly form: string; readonly residency?: Residency },
  asked: AskedFields | undefined,
): Finding[] =>
  residency
    ? inside(
        ['residency'],
        [
          ...(programme === 'lab' ? [] : [{ path: [], reason: `is of the Lab, and the programme is ${programme}` }]),
          ...usedTwice(residency.terms, ['terms']),
          ...usedTwice(residency.services, ['services']),
          ...unprintable(residency.agreement.title, ['agreement', 'title']),
          ...residency.agreement.clauses.flatMap(({ title, text }, index) => [
            ...unprintable(title, ['agreement', 'clauses', index, 'title']),
            ...unprintable(text, ['agreement', 'clauses', index, 'text']),
          ]),
          ...residency.terms.flatMap(({ months: first, extendedBy = 0, mostMonths }, index) =>
            first + extendedBy <= mostMonths
              ? []
              : [
                  {
                    path: ['terms', index, 'mostMonths'],
                    reason: `is ${mostMonths}, less than the first ${first} months${extendedBy > 0 ? ` and one extension of ${extendedBy}` : ''}`,
                  },
                ],
          ),
          ...(asked ? inside(['terms'], wrongAskedOf(residency.terms, asked, form)) : []),
          ...usedTwice(residency.onboarding?.documents ?? [], ['onboarding', 'documents']),
          ...(asked && residency.onboarding
            ? inside(['onboarding', 'documents'], wrongAskedOf(residency.onboarding.documents, asked, form))
            : []),
        ],
      )
    : [];
