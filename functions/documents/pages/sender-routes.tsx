import type { Lang } from '../../shared/i18n.ts';
import { Actions, Button, ButtonLink, Notice, PageForm, SummaryList } from '../../shared/pages/components.tsx';
import { Fields } from '../../shared/pages/fields.tsx';
import { check, decode, type FieldError, type Typed } from '../../shared/pages/form.ts';
import type { PageRoute } from '../../shared/pages/handler.ts';
import { Layout } from '../../shared/pages/layout.tsx';
import { PageFault } from '../../shared/pages/problem.tsx';
import { html, type PageRequest, type PageResponse, seeOther, switchedTo } from '../../shared/pages/request.ts';
import type { Instant, LocalDate } from '../../shared/time.ts';
import { beginUpload } from '../begin-upload.ts';
import { acceptedIn, type StoredFile } from '../document.ts';
import { ownerKey } from '../owner-keys.ts';
import { mostFiles } from '../slot.ts';
import { sendersPaths } from './document-paths.ts';
import { cameBack, notNow, onlyRead, untilText, words } from './document-texts.ts';
import { FileList, Why } from './file-list.tsx';
import { giveOut } from './give-out.ts';
import {
  type DocumentPagesDependencies,
  fileIn,
  type OpenOwner,
  type OpenSlot,
  openOwner,
  openSlot,
} from './open-slot.ts';
import { issueForm } from './slot-form.ts';
import { limitRows, SlotList } from './slot-parts.tsx';
import { UploadForm } from './upload-form.tsx';

/** The pages of whoever sends documents. They need no script, and no form that is open beside them loses a word. */
export function senderRoutes(deps: DocumentPagesDependencies): PageRoute[] {
  const withOwner =
    (page: (open: OpenOwner, by: string, request: PageRequest) => Promise<PageResponse>) =>
    async (request: PageRequest): Promise<PageResponse> => {
      const open = await openOwner(deps, request);
      const by = await open.port.sender(open.id, request);
      if (by === undefined) throw new PageFault(404);
      return page(open, by, request);
    };
  const withSlot = (page: (open: OpenSlot, by: string, request: PageRequest) => Promise<PageResponse>) =>
    withOwner(async (owner, by, request) => page(await openSlot(deps, owner, request), by, request));

  const begin = async (open: OpenSlot, by: string, request: PageRequest): Promise<PageResponse> => {
    const { slot, asked, kind, id } = open;
    const { now } = request;
    const form = issueForm(slot, now);
    const typed = decode(form, request.form);
    const switched = switchedTo(request.form);
    if (switched) return slotPage(open, { lang: switched, now, typed });
    const checked = slot.issuedWithinDays === undefined ? undefined : check(form, typed, request.lang);
    if (checked && !checked.ok) return slotPage(open, { lang: request.lang, now, typed, errors: checked.errors });
    const issuedOn: LocalDate | undefined = checked?.values.issued;
    const { closesAt, ownerDueAt } = asked;
    const given = { owner: ownerKey(kind, id), slot, by, issuedOn, closesAt, ownerDueAt };
    const outcome = await beginUpload(deps, given, now);
    return outcome.kind === 'begun' || outcome.kind === 'open'
      ? seeOther(sendersPaths.file(kind, id, slot.id, outcome.file.id))
      : seeOther(sendersPaths.slot(kind, id, slot.id));
  };

  const file = (hasSent: boolean) => async (open: OpenSlot, _by: string, request: PageRequest) => {
    const found = fileIn(open, request);
    const { lang, now } = request;
    const shown = !hasSent && found.state === 'WAITING' && found.until > now;
    return shown ? uploadPage(deps, open, found, request) : filePage(open, found, { lang, now });
  };

  const slotPath = sendersPaths.slot('{kind}', '{owner}', '{slot}');
  return [
    {
      method: 'GET',
      path: sendersPaths.list('{kind}', '{owner}'),
      page: withOwner((open, _by, request) => listPage(deps, open, request)),
    },
    {
      method: 'GET',
      path: slotPath,
      page: withSlot(async (open, _by, { lang, now }) => slotPage(open, { lang, now })),
    },
    { method: 'POST', path: slotPath, page: withSlot(begin) },
    { method: 'GET', path: sendersPaths.file('{kind}', '{owner}', '{slot}', '{file}'), page: withSlot(file(false)) },
    { method: 'GET', path: sendersPaths.sent('{kind}', '{owner}', '{slot}', '{file}'), page: withSlot(file(true)) },
    {
      method: 'GET',
      path: sendersPaths.download('{kind}', '{owner}', '{slot}', '{file}'),
      page: withSlot((open, by, request) => giveOut(deps, open, by, request)),
    },
  ];
}

async function listPage(deps: DocumentPagesDependencies, open: OpenOwner, request: PageRequest): Promise<PageResponse> {
  const { asked, kind, id, port } = open;
  const { lang } = request;
  const back = asked.back ?? (await port.back?.(id, request));
  const stored = await deps.documents.of(ownerKey(kind, id));
  return html(
    <Layout
      lang={lang}
      eyebrow={asked.title[lang]}
      title={words.list[lang]}
      lead={words.listLead[lang]}
      contact={asked.contact}
    >
      <SlotList {...{ asked, stored, lang }} href={(slot) => sendersPaths.slot(kind, id, slot)} />
      {back && (
        <p>
          <a href={back.href}>{back.label[lang]}</a>
        </p>
      )}
    </Layout>,
  );
}

/** Why nothing can be sent for a slot now. */
function whyNot({ stored, asked }: OpenSlot, now: Instant): keyof typeof notNow | undefined {
  const files = stored?.files ?? [];
  if (acceptedIn(files)) return 'accepted';
  if (asked.closesAt !== undefined && asked.closesAt <= now) return 'closed';
  return files.length >= mostFiles ? 'too-many' : undefined;
}

const ToList = ({ open: { kind, id }, lang }: { readonly open: OpenSlot; readonly lang: Lang }) => (
  <p>
    <a href={sendersPaths.list(kind, id)}>{words.back[lang]}</a>
  </p>
);

function slotPage(
  open: OpenSlot,
  given: {
    readonly lang: Lang;
    readonly now: Instant;
    readonly typed?: Typed;
    readonly errors?: readonly FieldError[];
  },
): PageResponse {
  const { lang, now, typed = {}, errors = [] } = given;
  const { slot, asked, stored, kind, id } = open;
  const files = stored?.files ?? [];
  const not = whyNot(open, now);
  const asksDate = slot.issuedWithinDays !== undefined;
  return html(
    <Layout
      lang={lang}
      eyebrow={asked.title[lang]}
      title={slot.label[lang]}
      lead={slot.hint?.[lang]}
      errors={errors}
      formId={not ? undefined : 'begin'}
      contact={asked.contact}
    >
      <SummaryList rows={limitRows(slot, asked, lang)} />
      {not ? (
        <Notice>
          <p>{notNow[not][lang]}</p>
        </Notice>
      ) : (
        <PageForm id="begin" action={sendersPaths.slot(kind, id, slot.id)}>
          {asksDate && <Fields page={issueForm(slot, now)} {...{ typed, errors, lang }} />}
          <Actions>
            <Button>{words.next[lang]}</Button>
          </Actions>
        </PageForm>
      )}
      <h2>{words.versions[lang]}</h2>
      <FileList {...{ files, lang }} download={(file) => sendersPaths.download(kind, id, slot.id, file)} />
      <ToList {...{ open, lang }} />
    </Layout>,
    { status: errors.length > 0 ? 422 : 200 },
  );
}

async function uploadPage(
  deps: DocumentPagesDependencies,
  open: OpenSlot,
  file: StoredFile,
  { lang, now }: PageRequest,
): Promise<PageResponse> {
  const { slot, asked, kind, id } = open;
  const back = `${deps.baseUrl}${sendersPaths.sent(kind, id, slot.id, file.id)}`;
  const [form, formsTo] = await Promise.all([
    deps.forms.upload({ id: file.id, until: file.until, back }, now),
    deps.forms.origin(),
  ]);
  const page = html(
    <Layout
      lang={lang}
      eyebrow={asked.title[lang]}
      title={`${words.upload[lang]}: ${slot.label[lang]}`}
      contact={asked.contact}
    >
      <SummaryList rows={limitRows(slot, asked, lang)} />
      <Notice title={words.before[lang]}>
        <p>{untilText(file.until)[lang]}</p>
        <p>{words.plainError[lang]}</p>
      </Notice>
      <UploadForm {...{ form, slot, lang }} />
      <ToList {...{ open, lang }} />
    </Layout>,
  );
  return { ...page, formsTo };
}

/** What became of a file, for whoever has just sent it, or comes back. */
function filePage(
  open: OpenSlot,
  file: StoredFile,
  { lang, now }: { readonly lang: Lang; readonly now: Instant },
): PageResponse {
  const { slot, asked, kind, id } = open;
  const { state } = file;
  const isBad = state === 'REFUSED' || state === 'RETURNED';
  const isWaitedFor = state === 'WAITING' || state === 'ARRIVED';
  const mayAgain = (isBad || state === 'LAPSED') && whyNot(open, now) === undefined;
  return html(
    <Layout
      lang={lang}
      eyebrow={asked.title[lang]}
      title={`${words.check[lang]}: ${slot.label[lang]}`}
      contact={asked.contact}
    >
      {isBad ? (
        <Notice kind="warning">
          <Why {...{ file, lang }} />
        </Notice>
      ) : (
        <Notice>
          <p>{(state === 'CLEAN' && asked.isOnlyRead ? onlyRead.cameBack : cameBack[state])[lang]}</p>
        </Notice>
      )}
      {file.name !== undefined && (
        <>
          <SummaryList rows={[{ term: words.file[lang], value: <bdi class="notranslate">{file.name}</bdi> }]} />
          <p>{words.firstOnly[lang]}</p>
        </>
      )}
      {(isWaitedFor || mayAgain) && (
        <Actions>
          {isWaitedFor ? (
            <ButtonLink href={sendersPaths.sent(kind, id, slot.id, file.id)}>{words.again[lang]}</ButtonLink>
          ) : (
            <ButtonLink href={sendersPaths.slot(kind, id, slot.id)}>{words.anew[lang]}</ButtonLink>
          )}
        </Actions>
      )}
      <ToList {...{ open, lang }} />
    </Layout>,
  );
}
