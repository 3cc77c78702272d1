import { confirmOrRefusePages } from '../../requests/pages/confirm-or-refuse.tsx';
import type { RequestKind } from '../../requests/pages/kinds.ts';
import type { PersonRequest } from '../../requests/request.ts';
import { leadToProof, proofText } from '../../second-factor/pages/lead-to-proof.ts';
import { Fault } from '../../shared/errors.ts';
import { formatInstant } from '../../shared/time.ts';
import { usableOf } from '../account.ts';
import { type DecideAccountReach, decideAccount } from '../decide-account.ts';
import { lecturerOf } from '../lecturer.ts';
import { provedAccount } from '../proved-account.ts';
import { checkWords as words } from './account-texts.ts';
import { checkForm, checkPage } from './check-page.tsx';
import { masked } from './masked.ts';
import { StopAccount, stopStep } from './stop-account-step.tsx';

/** The pages of finance, who confirms an account or refuses it. */
export function checkPages(deps: DecideAccountReach): RequestKind {
  const load = async (request: PersonRequest) => {
    const lecturer = await deps.lecturers.get(lecturerOf(request.subject) ?? '');
    const accounts = lecturer ? await deps.lecturers.accountsOf(lecturer.id) : [];
    return { lecturer, accounts, account: accounts.find((one) => one.request === request.id) };
  };
  const pages = confirmOrRefusePages(deps, {
    says: words,
    form: checkForm,

    view: async (held, { lang, now }, typed, errors) => {
      const { lecturer, accounts, account } = await load(held.request);
      if (!lecturer || !account) throw new Fault('LecturerMissing', { request: held.request.id });
      const before = usableOf(accounts, now) ?? accounts.findLast(({ number }) => number < account.number);
      return checkPage({ held, lecturer, account, before, typed, errors, lang });
    },

    alsoSure: async (given, { request }, now) => {
      const { account } = await load(request);
      if (!account) throw new Fault('LecturerMissing', { request: request.id });
      return proofText(deps, provedAccount(given, account), now);
    },

    decide: async (given, held, { now }, typed) => {
      const outcome = await decideAccount(deps, given, now);
      if (typeof outcome === 'string') return outcome;
      return leadToProof(deps, held, { decision: outcome.decision, typed }, now);
    },

    told: async (request, lang, { path, now }) => {
      const { account } = await load(request);
      return {
        about: account ? [{ term: words.account[lang], value: masked(account, lang) }] : [],
        rows: account?.usableFrom
          ? [{ term: words.usableFrom[lang], value: formatInstant(account.usableFrom, lang) }]
          : [],
        followed: words.told,
        acts: <StopAccount account={account} path={path} now={now} lang={lang} />,
      };
    },
  });
  return {
    ...pages,
    closed: async (request, page, holder) => {
      const { account } = await load(request);
      const stopping = await stopStep(deps, { account, by: `person:${holder}`, page });
      return stopping ?? pages.closed(request, page, holder);
    },
  };
}
