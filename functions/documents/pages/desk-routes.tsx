import type { Desk } from '../../desk/desk.ts';
import type { DeskDependencies } from '../../desk/open-desk.ts';
import { deskPage } from '../../desk/pages/desk-page.tsx';
import { deskPaths } from '../../desk/pages/desk-paths.ts';
import { withDesk } from '../../desk/pages/sign-in.ts';
import { recordDeskRead } from '../../desk/record-desk-read.ts';
import type { Lang } from '../../shared/i18n.ts';
import { Actions, Button, Notice, PageForm, SummaryList, type SummaryRow } from '../../shared/pages/components.tsx';
import { Fields } from '../../shared/pages/fields.tsx';
import { check, decode, errorsOfWanted, type FieldError, type Typed } from '../../shared/pages/form.ts';
import type { PageRoute } from '../../shared/pages/handler.ts';
import { PageFault } from '../../shared/pages/problem.tsx';
import { accessed, type PageRequest, type PageResponse, seeOther } from '../../shared/pages/request.ts';
import { type Choice, confirmation, twoActs } from '../../shared/pages/two-acts.tsx';
import { decideDocument } from '../decide-document.ts';
import { type Decision, undecidedIn } from '../deciding.ts';
import { ownerKey } from '../owner-keys.ts';
import { deskDocumentPaths } from './document-paths.ts';
import { fileText, returnReasonTexts, words } from './document-texts.ts';
import { FileList } from './file-list.tsx';
import { giveOut } from './give-out.ts';
import { type DocumentPagesDependencies, type OpenOwner, type OpenSlot, openOwner, openSlot } from './open-slot.ts';
import { decisionForm } from './slot-form.ts';
import { limitRows, SlotList } from './slot-parts.tsx';

type Needed = DocumentPagesDependencies & DeskDependencies;

/** Which file the page shows to decide on, so that nobody decides on one that came since. */
const fileField = 'file';

/** The pages of whoever looks through documents, at their desk. */
export function documentDeskRoutes(deps: Needed): PageRoute[] {
  const withOwner = <Opened extends OpenOwner>(
    open: (request: PageRequest) => Promise<Opened>,
    mayOpen: (opened: Opened, desk: Desk) => Promise<boolean | undefined>,
    page: (desk: Desk, opened: Opened, request: PageRequest) => Promise<PageResponse>,
  ) =>
    withDesk(deps, async (desk, request) => {
      const opened = await open(request);
      if (!(await mayOpen(opened, desk))) throw new PageFault(404);
      return page(desk, opened, request);
    });
  const decides = ({ port, id }: OpenOwner, { person }: Desk) => port.decides(id, person);
  const sees = async (open: OpenOwner, desk: Desk) =>
    (await decides(open, desk)) || open.port.reads?.(open.id, desk.person);
  const slotIn = async (request: PageRequest) => openSlot(deps, await openOwner(deps, request), request);
  const seen = async (desk: Desk, { id }: OpenOwner, request: PageRequest, page: () => PageResponse) => {
    await recordDeskRead(deps, desk, { of: id, task: 'documents' }, request.now);
    return accessed(page(), { account: desk.person.id, of: id, task: 'documents' });
  };

  const list = async (desk: Desk, open: OpenOwner, request: PageRequest): Promise<PageResponse> => {
    const { asked, kind, id } = open;
    const { lang } = request;
    const stored = await deps.documents.of(ownerKey(kind, id));
    return seen(desk, open, request, () =>
      deskPage({
        desk,
        lang,
        title: words.list[lang],
        lead: asked.title[lang],
        children: <SlotList {...{ asked, stored, lang }} href={(slot) => deskDocumentPaths.slot(kind, id, slot)} />,
      }),
    );
  };

  const decideOn = async (desk: Desk, open: OpenSlot, request: PageRequest): Promise<PageResponse> => {
    const { kind, id, slot, asked } = open;
    const typed = decode(decisionForm, request.form);
    const file = request.form.get(fileField)?.at(-1) ?? '';
    const path = deskDocumentPaths.slot(kind, id, slot.id);
    const shown = open.stored && undecidedIn(open.stored.files);
    if (shown?.id !== file) {
      return seen(desk, open, request, () => slotPage(desk, open, { lang: request.lang, isLate: true }));
    }
    return twoActs(request, {
      read: readDecision(typed),
      choose: (lang, errors) => seen(desk, open, request, () => slotPage(desk, open, { lang, typed, errors })),
      confirm: (decision, lang) =>
        confirmation({
          lang,
          eyebrow: asked.title[lang],
          title: words[decision.outcome === 'ACCEPT' ? 'confirmAccept' : 'confirmReturn'][lang],
          home: deskPaths.list,
          lead: words.confirmLead[lang],
          rows: chosenRows(open, fileText(shown)[lang], decision, lang),
          action: path,
          chosen: { ...typed, [fileField]: [file] },
          yes: words[decision.outcome === 'ACCEPT' ? 'yesAccept' : 'yesReturn'][lang],
        }),
      settle: async (decision) => {
        const outcome = await decideDocument(deps, { file, by: desk.person.id, decision }, request.now);
        if (outcome === 'decided') return seeOther(path);
        const now = await openSlot(deps, open, request);
        return seen(desk, open, request, () => slotPage(desk, now, { lang: request.lang, isLate: true }));
      },
    });
  };

  const slotPath = deskDocumentPaths.slot('{kind}', '{owner}', '{slot}');
  return [
    {
      method: 'GET',
      path: deskDocumentPaths.list('{kind}', '{owner}'),
      page: withOwner((request) => openOwner(deps, request), sees, list),
    },
    {
      method: 'GET',
      path: slotPath,
      page: withOwner(slotIn, sees, async (desk, open, request) => {
        const isDecider = await decides(open, desk);
        return seen(desk, open, request, () => slotPage(desk, open, { lang: request.lang, isDecider }));
      }),
    },
    { method: 'POST', path: slotPath, page: withOwner(slotIn, decides, decideOn) },
    {
      method: 'GET',
      path: deskDocumentPaths.download('{kind}', '{owner}', '{slot}', '{file}'),
      page: withOwner(slotIn, sees, async (desk, open, request) =>
        accessed(await giveOut(deps, open, `person:${desk.person.id}`, request), {
          account: desk.person.id,
          of: open.id,
          task: 'document',
        }),
      ),
    },
  ];
}

/** The decision, or what is still wanted for it: whoever returns something says why, and in words if no reason fits. */
const readDecision =
  (typed: Typed) =>
  (lang: Lang): Choice<Decision> => {
    const checked = check(decisionForm, typed, lang);
    if (!checked.ok) return { errors: checked.errors };
    const { outcome, reason, words: said } = checked.values;
    if (outcome === 'ACCEPT') return { answer: { outcome } };
    if (!reason) return { errors: errorsOfWanted(decisionForm, 'reason', typed, lang) };
    if (reason === 'other' && !said) return { errors: errorsOfWanted(decisionForm, 'words', typed, lang) };
    return { answer: { outcome, reason, ...(said && { words: said }) } };
  };

const chosenRows = ({ slot }: OpenSlot, file: string, decision: Decision, lang: Lang): SummaryRow[] => [
  { term: slot.label[lang], value: file },
  ...(decision.outcome === 'RETURN'
    ? [
        { term: words.reasonField[lang], value: returnReasonTexts[decision.reason][lang] },
        ...(decision.words === undefined ? [] : [{ term: words.note[lang], value: decision.words }]),
      ]
    : []),
];

function slotPage(
  desk: Desk,
  open: OpenSlot,
  given: {
    readonly lang: Lang;
    readonly typed?: Typed;
    readonly errors?: readonly FieldError[];
    /** Whether what was posted is about a file that is not to be decided on. */
    readonly isLate?: boolean;
    /** Whether they decide, and not only look. */
    readonly isDecider?: boolean;
  },
): PageResponse {
  const { lang, typed = {}, errors = [], isLate = false, isDecider = true } = given;
  const { slot, asked, stored, kind, id } = open;
  const files = stored?.files ?? [];
  const undecided = isDecider ? undecidedIn(files) : undefined;
  const status = isLate ? 409 : errors.length > 0 ? 422 : 200;
  return deskPage(
    {
      desk,
      lang,
      title: slot.label[lang],
      lead: asked.title[lang],
      errors,
      formId: undecided && 'decision',
      children: (
        <>
          {isLate && (
            <Notice kind="warning">
              <p>{words.notOpen[lang]}</p>
            </Notice>
          )}
          <SummaryList rows={limitRows(slot, asked, lang)} />
          <h2>{words.versionsStaff[lang]}</h2>
          <FileList {...{ files, lang }} download={(file) => deskDocumentPaths.download(kind, id, slot.id, file)} />
          {undecided ? (
            <>
              <h2>
                {words.decide[lang]}: {fileText(undecided)[lang]}
              </h2>
              <PageForm
                id="decision"
                action={deskDocumentPaths.slot(kind, id, slot.id)}
                hidden={{ [fileField]: undecided.id }}
              >
                <Fields page={decisionForm} {...{ typed, errors, lang }} />
                <Actions>
                  <Button>{words.continue[lang]}</Button>
                </Actions>
              </PageForm>
            </>
          ) : (
            isDecider && <p>{words.undecidedNone[lang]}</p>
          )}
          <p>
            <a href={deskDocumentPaths.list(kind, id)}>{words.back[lang]}</a>
          </p>
        </>
      ),
    },
    { status },
  );
}
