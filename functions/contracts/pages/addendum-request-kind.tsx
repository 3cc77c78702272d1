import { rulesOf } from '../../onboarding/case.ts';
import {
  ConfirmOrRefuseFrame,
  confirmOrRefuseForm,
  confirmOrRefusePages,
} from '../../requests/pages/confirm-or-refuse.tsx';
import type { Held, RequestKind } from '../../requests/pages/kinds.ts';
import type { PersonRequest } from '../../requests/request.ts';
import { Fault } from '../../shared/errors.ts';
import { Notice, RoundAndReference, SummaryList } from '../../shared/pages/components.tsx';
import type { FieldError, Typed } from '../../shared/pages/form.ts';
import { html, type PageRequest } from '../../shared/pages/request.ts';
import { changeAskedIn, decideAddendum } from '../ask-addendum.ts';
import type { Dependencies } from '../dependencies.ts';
import { addendumRequestWords as says, contractWords as words } from '../words.ts';
import { changeRows, residencyRows, tooFewDesks } from './change-rows.ts';

export type ContractsPages = Pick<
  Dependencies,
  'commit' | 'people' | 'requests' | 'residencies' | 'residencyEvents' | 'rounds' | 'spaces'
>;

const form = confirmOrRefuseForm('addendum-request', says);

/** The manager's page for a change that a startup asks for. */
export function addendumRequestKind(deps: ContractsPages): RequestKind {
  const residencyOf = async ({ subject }: PersonRequest) => {
    const residency = await deps.residencies.get(subject);
    if (!residency) throw new Fault('ResidencyMissing', { reference: subject });
    return residency;
  };
  const view = async (
    held: Held,
    { lang }: Pick<PageRequest, 'lang'>,
    typed: Typed,
    errors: readonly FieldError[],
    isUnderWay = false,
  ) => {
    const residency = await residencyOf(held.request);
    const change = changeAskedIn(residency, held.request);
    if (!change) throw new Fault('ContractChangeMissing', { request: held.request.id });
    const { round } = await rulesOf(deps, residency);
    const note = await tooFewDesks(deps, residency, change, lang);
    return html(
      <ConfirmOrRefuseFrame
        {...{ held, says, form, typed, errors, lang }}
        eyebrow={<RoundAndReference title={round.title[lang]} reference={residency.id} />}
        rows={residencyRows(residency, lang)}
      >
        {isUnderWay && (
          <Notice kind="warning">
            <p>{words.underWay[lang]}</p>
          </Notice>
        )}
        <SummaryList rows={changeRows(residency, { changes: change, reason: change.reason ?? '' }, lang)} />
        {note !== undefined && (
          <Notice kind="warning">
            <p>{note}</p>
          </Notice>
        )}
      </ConfirmOrRefuseFrame>,
      { status: errors.length > 0 ? 422 : isUnderWay ? 409 : 200 },
    );
  };
  return confirmOrRefusePages(deps, {
    says,
    form,
    view,
    decide: async (given, held, page, typed) => {
      const { kind } = await decideAddendum(deps, given, page.now);
      if (kind === 'decided') return 'decided';
      return kind === 'under-way' ? view(held, page, typed, [], true) : 'somebody-was-first';
    },
    told: async (request, lang) => ({ about: residencyRows(await residencyOf(request), lang) }),
  });
}
