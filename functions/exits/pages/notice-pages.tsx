import { type Opened, type SessionDependencies, withApplication } from '../../applications/pages/context.ts';
import { rulesOf } from '../../onboarding/case.ts';
import { lastOf, type Residency } from '../../residencies/residency.ts';
import { earliestEnd } from '../../residency-rules/early-end.ts';
import { chosenOf } from '../../shared/pages/answers.ts';
import { Actions, Button, PageForm, Panel, RoundAndReference, SummaryList } from '../../shared/pages/components.tsx';
import { Fields } from '../../shared/pages/fields.tsx';
import { check, decode, type FieldError, type Typed } from '../../shared/pages/form.ts';
import type { PageRoute } from '../../shared/pages/handler.ts';
import { Layout } from '../../shared/pages/layout.tsx';
import { ProblemPage } from '../../shared/pages/problem.tsx';
import { html, type PageRequest, type PageResponse, seeOther } from '../../shared/pages/request.ts';
import { shownOf } from '../../shared/pages/shown.ts';
import { type Choice, confirmation, twoActs } from '../../shared/pages/two-acts.tsx';
import { formatDate, type LocalDate, seoulDateOf } from '../../shared/time.ts';
import type { Dependencies } from '../dependencies.ts';
import type { EndReach } from '../end-contract.ts';
import { giveNotice, noticeOn } from '../give-notice.ts';
import { ownNoticeForm as form } from './exit-forms.ts';
import { exitPaths as paths } from './exit-paths.ts';
import { notEndedText, exitWords as words } from './exit-words.ts';

export type NoticeReach = EndReach & SessionDependencies & Pick<Dependencies, 'people' | 'residencies'>;

/** A startup whose browser has its application open. */
interface OwnResidency {
  readonly residency: Residency;
  readonly opened: Opened;
  readonly request: PageRequest;
}

/** A startup ends its contract early, for whoever has its application open. */
export function noticeRoutes(deps: NoticeReach): PageRoute[] {
  const page = withApplication(
    deps,
    async (opened, request) => {
      const residency = await deps.residencies.get(opened.application.reference);
      if (!residency) return notResident(opened, request.lang, 404);
      const at = { residency, opened, request };
      return request.method === 'POST' ? notices(deps, at) : noticePage(deps, at, {});
    },
    () => form,
  );
  return [
    { method: 'GET', path: paths.ownNotice, page },
    { method: 'POST', path: paths.ownNotice, page },
  ];
}

const notResident = ({ round }: Opened, lang: PageRequest['lang'], status: 404 | 409): PageResponse =>
  html(
    <ProblemPage lang={lang} title={words.ownNotResident[lang]} contact={round.contact}>
      <p>{words.ownNotResidentText[lang]}</p>
      <ToOwn lang={lang} />
    </ProblemPage>,
    { status },
  );

interface Shown {
  readonly typed?: Typed;
  readonly errors?: readonly FieldError[];
  readonly lang?: PageRequest['lang'];
}

async function noticePage(
  deps: NoticeReach,
  { residency, opened, request }: OwnResidency,
  { typed = {}, errors = [], lang = request.lang }: Shown,
): Promise<PageResponse> {
  const { round } = opened;
  const eyebrow = <RoundAndReference title={round.title[lang]} reference={residency.id} />;
  const { to, endedEarly } = lastOf(residency);
  if (residency.state !== 'RESIDENT') return notResident(opened, lang, 409);
  if (endedEarly && errors.length === 0) {
    return html(
      <Layout lang={lang} title={words.ownNotice[lang]} eyebrow={eyebrow} contact={round.contact}>
        <Panel kind="plain" title={words.ownNoticed[lang]}>
          <p>{formatDate(to, lang)}</p>
        </Panel>
        <p>{words.ownNoticedText[lang]}</p>
        <ToOwn lang={lang} />
      </Layout>,
    );
  }
  const { onboarding } = await rulesOf(deps, residency);
  const earliest = earliestEnd(onboarding.conduct, 'startup', seoulDateOf(request.now));
  return html(
    <Layout
      lang={lang}
      title={words.ownNotice[lang]}
      eyebrow={eyebrow}
      lead={words.ownNoticeLead[lang]}
      errors={errors}
      formId="form"
      contact={round.contact}
    >
      <SummaryList
        rows={[
          { term: words.lastDay[lang], value: formatDate(to, lang) },
          { term: words.earliest[lang], value: formatDate(earliest, lang) },
        ]}
      />
      <PageForm
        id="form"
        action={paths.ownNotice}
        hidden={shownOf(residency.id)}
        copied={{ of: residency.id, page: form.id }}
      >
        <Fields page={form} typed={typed} errors={errors} lang={lang} />
        <Actions>
          <Button>{words.continue[lang]}</Button>
        </Actions>
      </PageForm>
      <ToOwn lang={lang} />
    </Layout>,
    { status: errors.length > 0 ? 422 : 200 },
  );
}

const ToOwn = ({ lang }: { readonly lang: PageRequest['lang'] }) => (
  <p class="later">
    <a href={paths.own}>{words.toOwn[lang]}</a>
  </p>
);

async function notices(deps: NoticeReach, at: OwnResidency): Promise<PageResponse> {
  const { residency, opened, request } = at;
  const typed = decode(form, request.form);
  const first = check(form, typed, request.lang);
  const early = first.ok
    ? await noticeOn(deps, residency, { by: 'startup', lastDay: first.values.day }, request.now)
    : undefined;
  const last = lastOf(residency);
  const isGiven = first.ok && last.endedEarly?.by === 'startup' && last.to === first.values.day;
  if (residency.state !== 'RESIDENT') return noticePage(deps, at, {});
  return twoActs(request, {
    read: (lang): Choice<{ readonly day: LocalDate; readonly reason: string | undefined }> => {
      const checked = check(form, typed, lang);
      if (!checked.ok) return { errors: checked.errors };
      if (early && early.kind !== 'ends' && !isGiven) {
        return { errors: [{ field: 'day', message: notEndedText(early)[lang] }] };
      }
      return { answer: checked.values };
    },
    choose: (lang, errors) => noticePage(deps, at, { typed, errors, lang }),
    confirm: (_, lang) =>
      confirmation({
        lang,
        eyebrow: <RoundAndReference title={opened.round.title[lang]} reference={residency.id} />,
        title: words.ownNoticeSure[lang],
        lead: words.ownNoticeSureLead[lang],
        contact: opened.round.contact,
        rows: chosenOf(form, typed, lang),
        action: paths.ownNotice,
        chosen: { ...typed, ...shownOf(residency.id) },
        yes: words.ownNoticeYes[lang],
      }),
    settle: async ({ day: lastDay, reason = '' }) => {
      const given = { residency: residency.id, by: 'startup' as const, actor: opened.by, lastDay, reason };
      const outcome = await giveNotice(deps, given, request.now);
      if (outcome.kind === 'ended') return seeOther(paths.ownNotice);
      const errors = [{ field: 'day', message: notEndedText(outcome)[request.lang] }];
      return noticePage(deps, at, { typed, errors });
    },
  });
}
