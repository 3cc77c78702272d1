import * as z from 'zod';
import type { Extra, WageClaim } from '../../claim-rules/claim.ts';
import { taughtLessons } from '../../claim-rules/claim-sums.ts';
import type { Held } from '../../requests/pages/kinds.ts';
import type { Round } from '../../rounds/round.ts';
import { Fault } from '../../shared/errors.ts';
import type { Lang } from '../../shared/i18n.ts';
import {
  Actions,
  Button,
  Notice,
  PageForm,
  RoundAndReference,
  SummaryList,
  type SummaryRow,
} from '../../shared/pages/components.tsx';
import { Fields } from '../../shared/pages/fields.tsx';
import { check, decode, type FieldError, formPage, type Typed } from '../../shared/pages/form.ts';
import { Layout } from '../../shared/pages/layout.tsx';
import { html, type PageRequest, type PageResponse, seeOther, switchedTo } from '../../shared/pages/request.ts';
import { wholeWon } from '../../shared/pages/schemas.ts';
import { going, revisionIn, revisionOf } from '../../shared/pages/shown.ts';
import { leaving } from '../../shared/pages/unsaved.tsx';
import { longText } from '../../shared/text/normalise.ts';
import { formatWon } from '../../shared/text/won.ts';
import { inForce } from '../../wages/dated.ts';
import type { RateCard } from '../../wages/wages-file.ts';
import { extraKinds, wonSchema } from '../../wages/wages-parts.ts';
import { changeExtra } from '../change-extra.ts';
import { type BasisReach, basisOf } from '../claim-basis.ts';
import type { Dependencies } from '../dependencies.ts';
import { mostExtra } from './answer-form.ts';
import { lessonText } from './case-texts.ts';
import { claimWords } from './claim-texts.ts';
import { barredPage } from './closed-page.tsx';
import { extrasPath, extraWords as words } from './extra-texts.ts';

type Reach = BasisReach & Pick<Dependencies, 'commit' | 'people' | 'requests' | 'rounds'>;

const extraForm = (claim: WageClaim) =>
  formPage({
    id: extrasPath,
    title: words.title,
    fields: {
      kind: {
        widget: 'radios',
        label: words.kind,
        missing: words.kindMissing,
        options: extraKinds.map((value) => ({ value, label: words[value] })),
        schema: z.enum(extraKinds),
      },
      lesson: {
        widget: 'select',
        label: words.lesson,
        missing: words.lessonMissing,
        options: taughtLessons(claim).map((lesson) => ({ value: lesson.id, label: lessonText(lesson) })),
        schema: z.string(),
      },
      amount: {
        widget: 'number',
        label: words.amount,
        hint: words.amountHint,
        missing: words.amountMissing,
        schema: wholeWon({ max: mostExtra }).pipe(wonSchema),
      },
      reason: {
        widget: 'textarea',
        label: words.reason,
        hint: words.reasonHint,
        missing: words.reasonMissing,
        maxLength: 500,
        schema: longText({ max: 500 }),
      },
    },
  });
type ExtraForm = ReturnType<typeof extraForm>;

/** The page on which the manager changes what is paid beside the hours, below that of the decision. */
export async function extraPages(deps: Reach, held: Held, page: PageRequest): Promise<PageResponse> {
  const { request, path, holder } = held;
  const { lang, now } = page;
  const load = async () => {
    const claim = await deps.claims.get(request.subject);
    const round = claim && (await deps.rounds.current(claim.cohort));
    if (!claim || !round) throw new Fault('RequestMissing', { request: request.id });
    return { claim, round, card: (await basisOf(deps, claim, now)).card, form: extraForm(claim) };
  };
  const loaded = await load();
  const { claim, round, form } = loaded;
  const shown = (typed: Typed, errors: readonly FieldError[], of = loaded, seenBefore = false): PageResponse => {
    const status = errors.length > 0 ? 422 : seenBefore ? 409 : 200;
    return html(<ExtraPage {...{ held, ...of, typed, errors, seenBefore, lang }} />, { status });
  };
  if (page.method !== 'POST') return shown({}, []);
  const typed = decode(form, page.form);
  const eyebrow = <RoundAndReference title={round.title[lang]} reference={claim.id} />;
  const action = `${path}/${extrasPath}`;
  const hidden = { revision: String(revisionIn(page.form)) };
  const left = leaving(page.form, {
    lang,
    eyebrow,
    contact: round.contact,
    pages: [form],
    typed,
    action,
    hidden,
    to: path,
  });
  if (left) return left;
  if (switchedTo(page.form)) return shown(typed, []);
  const checked = check(form, typed, lang);
  if (!checked.ok) return shown(typed, checked.errors);
  const { kind, lesson, amount, reason } = checked.values;
  const extra: Extra = { kind, lesson, amount };
  const revision = revisionIn(page.form);
  const outcome = await changeExtra(
    deps,
    { request: request.id, generation: request.generation, revision, by: holder, extra, reason },
    now,
  );
  switch (outcome.kind) {
    case 'barred':
      return barredPage(lang, path);
    case 'unchanged':
      return shown(typed, [{ field: 'amount', message: words.same[lang] }]);
    case 'no-lesson':
      return shown(typed, [{ field: 'lesson', message: words.lessonMissing[lang] }]);
    case 'impossible':
      return shown(typed, [{ field: 'kind', message: words.noRule[lang] }]);
    case 'seen-before':
      return shown(typed, [], await load(), true);
    default:
      return seeOther(path);
  }
}

interface ExtraProps {
  readonly held: Held;
  readonly claim: WageClaim;
  readonly round: Round;
  readonly card: RateCard;
  readonly form: ExtraForm;
  readonly typed: Typed;
  readonly errors: readonly FieldError[];
  readonly seenBefore: boolean;
  readonly lang: Lang;
}

function ExtraPage({ held, claim, round, card, form, typed, errors, seenBefore, lang }: ExtraProps) {
  const { request, path } = held;
  return (
    <Layout
      lang={lang}
      title={words.title[lang]}
      eyebrow={<RoundAndReference title={round.title[lang]} reference={claim.id} />}
      lead={words.lead[lang]}
      errors={errors}
      formId="form"
      contact={round.contact}
      home={{ go: 'decision' }}
    >
      {seenBefore && (
        <Notice kind="warning" title={claimWords.seenBefore[lang]}>
          <p>{claimWords.seenBeforeText[lang]}</p>
        </Notice>
      )}
      <SummaryList rows={[...extraKinds.map((kind) => nowRow(kind, claim, lang)), ...ruleRows(card, claim, lang)]} />
      <PageForm
        id="form"
        action={`${path}/${extrasPath}`}
        hidden={revisionOf(claim.revision)}
        copied={{ of: request.id, page: form.id }}
      >
        <Fields page={form} typed={typed} errors={errors} lang={lang} />
        <Actions>
          <Button kind="tertiary" {...going('decision')}>
            {words.back[lang]}
          </Button>
          <Button>{words.send[lang]}</Button>
        </Actions>
      </PageForm>
    </Layout>
  );
}

function nowRow(kind: Extra['kind'], { extras, lessons }: WageClaim, lang: Lang): SummaryRow {
  const lines = extras
    .filter((one) => one.kind === kind)
    .map(({ lesson: id, amount }) => {
      const lesson = lessons.find((one) => one.id === id);
      return `${lesson ? lessonText(lesson)[lang] : id}: ${formatWon(amount)[lang]}`;
    });
  return { term: `${words[kind][lang]} (${words.now[lang]})`, value: lines.join('\n') || words.nothing[lang] };
}

/** By what line each is paid, whether it is taxed, and whether it counts toward the limit: as the card says for the last lesson. */
function ruleRows(card: RateCard, claim: WageClaim, lang: Lang): SummaryRow[] {
  const last = claim.lessons.at(-1);
  return extraKinds.flatMap((kind) => {
    const rule = last && inForce(card.extras[kind].rules, last.date);
    if (!rule) return [];
    const parts = [rule.budgetLine, words[rule.taxable ? 'taxed' : 'untaxed'][lang]];
    const value = [...parts, ...(rule.capped ? [words.capped[lang]] : [])].join(', ');
    return [{ term: `${words[kind][lang]}: ${words.rule[lang]}`, value }];
  });
}
