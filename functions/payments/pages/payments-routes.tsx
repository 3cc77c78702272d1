import type { Desk } from '../../desk/desk.ts';
import type { DeskDependencies } from '../../desk/open-desk.ts';
import { deskPage } from '../../desk/pages/desk-page.tsx';
import { deskRefusal } from '../../desk/pages/desk-refusal.tsx';
import { withDesk } from '../../desk/pages/sign-in.ts';
import { financeOfficer } from '../../lecturers/lecturer.ts';
import { type RequestPagesDependencies, requestRoutes } from '../../requests/pages/request-routes.tsx';
import type { DecisionProof } from '../../second-factor/proofs.ts';
import type { Lang } from '../../shared/i18n.ts';
import { decode, type FieldError, type Typed } from '../../shared/pages/form.ts';
import type { PageRoute } from '../../shared/pages/handler.ts';
import { readUpload } from '../../shared/pages/read-upload.ts';
import { attachment, type PageRequest, type PageResponse, seeOther } from '../../shared/pages/request.ts';
import type { Batch } from '../batch.ts';
import { confirmResult } from '../confirm-result.ts';
import type { Dependencies } from '../dependencies.ts';
import { readFrozen } from '../frozen-batch.ts';
import { makeBankFile } from '../make-bank-file.ts';
import { provedDecision } from '../proof-of.ts';
import { barredFrom } from '../separation.ts';
import { BatchView } from './batch-page.tsx';
import { batchRequestPages } from './batch-requests.tsx';
import { PaymentsList } from './payments-list.tsx';
import { paymentsPaths as paths } from './payments-paths.ts';
import { paymentsWords as words } from './payments-words.ts';
import { refusalReasons } from './refusal-reasons.ts';
import { plannedDay, readResultForm, resultForm } from './result-form.tsx';

type Deps = DeskDependencies &
  RequestPagesDependencies &
  Pick<Dependencies, 'payments' | 'claimsToPay' | 'payeesToPay' | 'commit'> & {
    readonly decisionProof: DecisionProof;
  };

/** Batches of payments, their files and results, and what is asked about them, for officers of finance. */
export function paymentsRoutes(deps: Deps): PageRoute[] {
  return [
    {
      method: 'GET',
      path: paths.list,
      page: forFinance(deps, async (desk, { lang }) =>
        deskPage({
          desk,
          lang,
          current: paths.list,
          title: words.title[lang],
          lead: words.lead[lang],
          children: <PaymentsList batches={await deps.payments.batches()} lang={lang} />,
        }),
      ),
    },
    { method: 'GET', path: paths.batch('{batch}'), page: ofBatch(deps, (at) => batchPage(deps, at)) },
    { method: 'POST', path: paths.file('{batch}'), page: ofBatch(deps, (at) => file(deps, at)) },
    { method: 'POST', path: paths.result('{batch}'), takesFiles: true, page: ofBatch(deps, (at) => result(deps, at)) },
    ...requestRoutes(deps, 'payments', batchRequestPages(deps)),
  ];
}

interface Looking {
  readonly desk: Desk;
  readonly batch: Batch;
  readonly request: PageRequest;
}

const forFinance = (deps: Deps, page: (desk: Desk, request: PageRequest) => Promise<PageResponse>) =>
  withDesk(deps, async (desk, request) =>
    desk.person.roles.includes(financeOfficer)
      ? page(desk, request)
      : deskRefusal(desk, request.lang, { status: 403, title: words.noRole, text: words.noRoleText }),
  );

const ofBatch = (deps: Deps, page: (at: Looking) => Promise<PageResponse>) =>
  forFinance(deps, async (desk, request) => {
    const { batch: id = '' } = request.params;
    const batch = /^pay-\d{4}-\d{1,2}$/u.test(id) ? await deps.payments.batch(id) : undefined;
    return batch ? page({ desk, batch, request }) : noBatch(desk, request.lang);
  });

const noBatch = (desk: Desk, lang: Lang): PageResponse =>
  deskRefusal(desk, lang, {
    status: 404,
    title: words.noBatch,
    text: words.noBatchText,
    back: { href: paths.list, label: words.back },
  });

/** What was sent and was not taken. */
interface Sent {
  readonly typed?: Typed;
  readonly errors?: readonly FieldError[];
  readonly refused?: readonly string[];
}

async function batchPage(deps: Deps, at: Looking, sent: Sent = {}): Promise<PageResponse> {
  const {
    desk,
    batch,
    request: { lang },
  } = at;
  const { transfers, claims } = batch.frozen ? await readFrozen(deps, batch) : { transfers: [], claims: [] };
  const { id, result: told } = batch;
  const returned = told && (await deps.payments.returnedOf(id, told.hash, told.returned.transfers));
  const { acting } = actor(desk);
  const barred = (await barredFrom(deps, { approvers: batch.approvers, claims }, acting))?.kind;
  const [file, result] = [proving(deps, at, 'FILE'), proving(deps, at, 'RESULT')];
  const proveAt = {
    file: (await file.prove(batch)) ? undefined : file.at,
    result: (await result.prove(batch)) ? undefined : result.at,
  };
  const title = `${words.batch[lang]} ${batch.id}`;
  const { typed = plannedDay(batch.payOn), errors: wrong = [], refused: why = [] } = sent;
  // Whoever has proved nothing, or too long ago, has no fields to be led to.
  const [errors, refused] = proveAt.result === undefined ? [wrong, why] : [[], [...wrong.map(messageOf), ...why]];
  const children = <BatchView {...{ batch, transfers, returned, barred, proveAt, typed, errors, refused, lang }} />;
  return deskPage({ desk, lang, title, errors, children }, { status: errors.length + refused.length > 0 ? 422 : 200 });
}

const messageOf = ({ message }: FieldError): string => message;

/** A desk proves only a mailbox: what uses the proof of a decision up, and where it is given. */
const proving = ({ decisionProof }: Deps, { desk, batch, request }: Looking, outcome: 'FILE' | 'RESULT') => ({
  prove: (was: Batch) => decisionProof.take(provedDecision(desk.person.id, was, outcome), request.now),
  at: decisionProof.path(provedDecision(desk.person.id, batch, outcome), paths.batch(batch.id)),
});

/** Who works at a desk does so as themselves. */
const actor = ({ person }: Desk) => ({ acting: { person: person.id, email: person.email }, by: `person:${person.id}` });

async function file(deps: Deps, at: Looking): Promise<PageResponse> {
  const { desk, batch, request } = at;
  const proof = proving(deps, at, 'FILE');
  const outcome = await makeBankFile(deps, { id: batch.id, ...actor(desk), prove: proof.prove }, request.now);
  if (outcome.kind === 'not-proved') return seeOther(proof.at);
  if (outcome.kind !== 'made') return batchPage(deps, at, { refused: refusalReasons(outcome, request.lang) });
  return attachment(outcome.file.name, outcome.file.contentType, outcome.file.bytes);
}

async function result(deps: Deps, at: Looking): Promise<PageResponse> {
  const { desk, batch, request } = at;
  const { lang, now } = request;
  const upload = await readUpload(request);
  const typed = decode(resultForm, upload?.form ?? new Map());
  const read = readResultForm(typed, upload, lang);
  if ('errors' in read) return batchPage(deps, at, { typed, errors: read.errors });
  const proof = proving(deps, at, 'RESULT');
  const given = { id: batch.id, ...read.answer, ...actor(desk), prove: proof.prove };
  const outcome = await confirmResult(deps, given, now);
  if (outcome.kind === 'not-proved') return seeOther(proof.at);
  if (outcome.kind !== 'confirmed' && outcome.kind !== 'was-confirmed') {
    return batchPage(deps, at, { typed, refused: refusalReasons(outcome, lang) });
  }
  return seeOther(paths.batch(batch.id));
}
