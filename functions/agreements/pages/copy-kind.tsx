import * as z from 'zod';
import type { DocumentsTable } from '../../documents/documents-table.ts';
import { deskDocumentPaths } from '../../documents/pages/document-paths.ts';
import { decidingWords, decisionField } from '../../requests/pages/deciding-words.ts';
import type { Held, RequestKind } from '../../requests/pages/kinds.ts';
import type { SessionsTable } from '../../sessions/sessions-table.ts';
import type { Lang, Text } from '../../shared/i18n.ts';
import { chosenOf } from '../../shared/pages/answers.ts';
import { Actions, Button, PageForm, SummaryList } from '../../shared/pages/components.tsx';
import { Fields } from '../../shared/pages/fields.tsx';
import { check, decode, errorsOfWanted, type FieldError, formPage, type Typed } from '../../shared/pages/form.ts';
import { PageFault } from '../../shared/pages/problem.tsx';
import { html, type PageRequest, type PageResponse, seeOther } from '../../shared/pages/request.ts';
import { type Choice, confirmation, twoActs } from '../../shared/pages/two-acts.tsx';
import { longText } from '../../shared/text/normalise.ts';
import { formatInstant } from '../../shared/time.ts';
import { type CopyDecision, copyOwner, copySlot, decideCopy } from '../copies.ts';
import type { Dependencies } from '../dependencies.ts';
import { ownerId, ownerOf } from '../owners.ts';
import { caseOf } from '../requests.ts';
import { AgreementPage, aboutRows, gonePage } from './agreement-parts.tsx';
import { words as about } from './agreement-words.ts';
import { closedAgreement } from './closed-page.tsx';
import { namedWords } from './named-words.ts';
import { textFile } from './text-file.ts';

const words = {
  title: { ko: '서명한 사본 확인', en: 'Check the copy of a signed agreement' },
  lead: {
    ko: '상대방이 다른 방법으로 서명했다며 사본을 보냈습니다. 사본이 이 판과 같고 필요한 서명이 모두 있는지 확인해 주십시오.',
    en: 'The other side says that they have signed in another way, and sent a copy. Check that it is this version and has all signatures.',
  },
  accept: { ko: '사본 인정', en: 'Accept the copy' },
  acceptHint: {
    ko: '모두 서명한 것으로 하며, 바로 효력이 생깁니다. 기관의 서명도 사본에 있어야 합니다.',
    en: 'It counts as signed by everybody, and the agreement is in force. The signature of the institution must be on the copy, too.',
  },
  return: { ko: '사본 반려', en: 'Return the copy' },
  returnHint: { ko: '이유를 그대로 전하고 다시 요청합니다.', en: 'We send the reason in your words and ask again.' },
  reason: { ko: '반려하는 이유', en: 'Why you return it' },
  reasonMissing: { ko: '이유를 입력해 주십시오.', en: 'Enter the reason.' },
  sureLead: {
    ko: '결정하시면 상대방에게 알리며, 되돌릴 수 없습니다.',
    en: 'We will tell the other side, and you cannot undo this.',
  },
} as const satisfies Record<string, Text>;

export const copyForm = formPage({
  id: 'copy',
  title: words.title,
  fields: {
    outcome: {
      widget: 'radios',
      ...decisionField,
      options: [
        { value: 'ACCEPT', label: words.accept, hint: words.acceptHint },
        { value: 'RETURN', label: words.return, hint: words.returnHint },
      ],
      schema: z.enum(['ACCEPT', 'RETURN']),
    },
    reason: {
      widget: 'textarea',
      label: words.reason,
      missing: words.reasonMissing,
      optional: true,
      unmarked: true,
      maxLength: 500,
      schema: longText({ max: 500 }),
    },
  },
});

type CopyDependencies = Dependencies & {
  readonly documents: DocumentsTable;
  readonly sessions: SessionsTable;
  readonly secure: boolean;
};

/** The pages of whoever of the staff looks at a copy that was signed elsewhere. */
export function copyPages(deps: CopyDependencies): RequestKind {
  const view = async (held: Held, lang: Lang, typed: Typed, errors: readonly FieldError[]): Promise<PageResponse> => {
    const found = await caseOf(deps, held.request);
    if (!found) return gonePage(lang);
    const { agreement, version } = found;
    const contact = await ownerOf(deps.agreementOwners, agreement.owner)?.contact?.(ownerId(agreement.owner));
    const shown = { agreement, version, lang, contact };
    const slot = deskDocumentPaths.slot(copyOwner, agreement.id, copySlot(version).id);
    return html(
      <AgreementPage {...shown} title={words.title[lang]} lead={words.lead[lang]} errors={errors} formId="form">
        <SummaryList
          rows={[
            { term: decidingWords.due[lang], value: formatInstant(held.request.dueAt, lang) },
            ...aboutRows(shown),
          ]}
        />
        <p>
          <a href={slot}>{about.seeCopy[lang]}</a>
        </p>
        <p>
          <a href={`${held.path}/text`}>{namedWords(version.title).pdf[lang]}</a>
        </p>
        <PageForm id="form" action={held.path} copied={{ of: held.request.id, page: copyForm.id }}>
          <Fields page={copyForm} typed={typed} errors={errors} lang={lang} />
          <Actions>
            <Button>{decidingWords.check[lang]}</Button>
          </Actions>
        </PageForm>
        <p>
          <a href={`${held.path}/hand-over`}>{about.handOver[lang]}</a>
        </p>
      </AgreementPage>,
      { status: errors.length > 0 ? 422 : 200 },
    );
  };

  return {
    show: (held, { lang }) => view(held, lang, {}, []),
    answer: (held, page) => {
      const typed = decode(copyForm, page.form);
      return twoActs(page, {
        read: (lang) => readDecision(typed, lang),
        choose: (lang, errors) => view(held, lang, typed, errors),
        confirm: ({ outcome }, lang) => {
          const chosen = outcome === 'RETURN' ? typed : { ...typed, reason: [] };
          return confirmation({
            lang,
            title: decidingWords.sure[lang],
            lead: words.sureLead[lang],
            action: held.path,
            chosen,
            rows: chosenOf(copyForm, chosen, lang),
            yes: decidingWords.submit[lang],
          });
        },
        settle: (decision) => settle(deps, held, decision, page),
      });
    },
    below: async (held, { method, params: { part, item } }) => {
      const found = method === 'GET' && part === 'text' && item === undefined && (await caseOf(deps, held.request));
      if (!found) throw new PageFault(404);
      return textFile(deps, found);
    },
    closed: (request, page) => closedAgreement(deps, request, page),
  };
}

async function settle(
  deps: CopyDependencies,
  { request: { id, generation }, holder, path }: Held,
  decision: CopyDecision,
  { now }: PageRequest,
): Promise<PageResponse> {
  const given = { request: id, generation, by: `person:${holder}`, person: holder, decision };
  await decideCopy(deps, given, now);
  return seeOther(path);
}

function readDecision(typed: Typed, lang: Lang): Choice<CopyDecision> {
  const checked = check(copyForm, typed, lang);
  if (!checked.ok) return { errors: checked.errors };
  const { outcome, reason } = checked.values;
  if (outcome === 'ACCEPT') return { answer: { outcome } };
  return reason ? { answer: { outcome, reason } } : { errors: errorsOfWanted(copyForm, 'reason', typed, lang) };
}
