import type { InterestsIn } from '../../requests/interests.ts';
import type { Kinds } from '../../requests/kind.ts';
import type { Held, RequestKind } from '../../requests/pages/kinds.ts';
import type { PersonRequest } from '../../requests/request.ts';
import { Fault } from '../../shared/errors.ts';
import type { Lang } from '../../shared/i18n.ts';
import { chosenOf } from '../../shared/pages/answers.ts';
import { check, decode, type FieldError, type Typed } from '../../shared/pages/form.ts';
import { seeOther } from '../../shared/pages/request.ts';
import { type Choice, confirmation, twoActs } from '../../shared/pages/two-acts.tsx';
import { holderDiffers } from '../account.ts';
import type { Dependencies } from '../dependencies.ts';
import { type EnteredAccount, enterAccount } from '../enter-account.ts';
import { lecturerOf } from '../lecturer.ts';
import { accountForm } from './account-form.ts';
import { accountPage, closedAccountPage } from './account-page.tsx';
import { accountWords as words } from './account-texts.ts';
import { stopStep } from './stop-account-step.tsx';

type Needed = Pick<Dependencies, 'commit' | 'lecturers' | 'people' | 'random' | 'requests'> & {
  readonly kinds: Kinds;
  readonly interestsIn: InterestsIn;
};

/** The lecturer's page: the account is typed, looked at once more and sent. */
export function accountPages(deps: Needed): RequestKind {
  const lecturerOfRequest = async (request: PersonRequest) => {
    const lecturer = await deps.lecturers.get(lecturerOf(request.subject) ?? '');
    if (!lecturer) throw new Fault('LecturerMissing', { request: request.id });
    return lecturer;
  };
  const view = async ({ request, path }: Held, lang: Lang, typed: Typed, errors: readonly FieldError[]) => {
    const { id } = await lecturerOfRequest(request);
    const present = (await deps.lecturers.accountsOf(id)).at(-1);
    return accountPage({ request, path, present, typed, errors, lang });
  };

  return {
    show: (held, { lang }) => view(held, lang, {}, []),

    answer: async (held, { form, lang, now }) => {
      const { request, path } = held;
      const typed = decode(accountForm, form);
      return twoActs(
        { form, lang },
        {
          read: (shown) => readAccount(typed, shown),
          choose: (shown, errors) => view(held, shown, typed, errors),
          confirm: async (entered, shown) => {
            const { name } = await lecturerOfRequest(request);
            const differs = holderDiffers(entered, name) ? ` ${words.holderDiffers[shown]}` : '';
            return confirmation({
              lang: shown,
              title: words.sure[shown],
              lead: `${words.sureLead[shown]}${differs}`,
              action: path,
              chosen: typed,
              rows: chosenOf(accountForm, typed, shown),
              yes: words.send[shown],
            });
          },
          settle: async (entered) => {
            await enterAccount(deps, { request: request.id, generation: request.generation, entered }, now);
            return seeOther(path);
          },
        },
      );
    },

    closed: async (request, page) => {
      const id = lecturerOf(request.subject) ?? '';
      const accounts = await deps.lecturers.accountsOf(id);
      const entered = accounts.find(({ enteredAt }) => enteredAt === request.settledAt);
      const stopping = await stopStep(deps, { account: entered, by: `lecturer:${id}`, page });
      return stopping ?? closedAccountPage(request, entered, page);
    },
  };
}

function readAccount(typed: Typed, lang: Lang): Choice<EnteredAccount> {
  const checked = check(accountForm, typed, lang);
  return checked.ok ? { answer: checked.values } : { errors: checked.errors };
}
