import { presentIn, type Version } from '../../agreements/agreement.ts';
import { nextSigner } from '../../agreements/signing.ts';
import { type Checklist, requiredDone } from '../../checklists/checklist.ts';
import { isSettled } from '../../checklists/item.ts';
import { progressText } from '../../checklists/pages/checklist-words.ts';
import { returnReasonTexts, slotStateText } from '../../documents/pages/document-texts.ts';
import { daysOfResidency, firstOf, type Residency } from '../../residencies/residency.ts';
import type { Lang, Text } from '../../shared/i18n.ts';
import { SummaryList, type SummaryRow } from '../../shared/pages/components.tsx';
import { formatDate, formatEnd, formatInstant, type Instant } from '../../shared/time.ts';
import { type Space, spaceText } from '../../spaces/space.ts';
import { documentsCloseAt } from '../ask-documents.ts';
import { spaceOf } from '../ask-space.ts';
import { type AskedDocument, documentsOf, lackingIn, ownerOf } from '../asked-documents.ts';
import { rulesOf } from '../case.ts';
import type { Dependencies } from '../dependencies.ts';
import { sendersPath } from '../senders-path.ts';
import { documentName, onboardingWords, viewWords as words } from '../words.ts';

/** What a startup has, or is still to have. */
export interface ResidencyNow {
  readonly residency: Residency;
  readonly documents: readonly AskedDocument[];
  readonly version?: Version;
  readonly space?: Space;
  readonly list?: Checklist;
}

/** A residency with what is under way until it begins, as its startup may see it. */
export async function residencyNow(
  deps: Pick<Dependencies, 'agreements' | 'checklists' | 'documents' | 'residencies' | 'rounds' | 'spaces'>,
  residency: Residency,
  now: Instant,
): Promise<ResidencyNow> {
  const space = await spaceOf(deps, residency, now);
  const has = { residency, documents: [], ...(space && { space }) };
  if (residency.state !== 'ONBOARDING') return has;
  const { onboarding } = await rulesOf(deps, residency);
  const { agreement: id } = firstOf(residency);
  const [documents, agreement, list] = await Promise.all([
    documentsOf(deps, onboarding, residency),
    id === undefined ? undefined : deps.agreements.get(id),
    deps.checklists.list(ownerOf(residency.id), onboarding.services.template),
  ]);
  const version = agreement && presentIn(agreement);
  return { ...has, documents, ...(version && { version }), ...(list && { list }) };
}

/** Each document with where it stands, and why it came back if it did. */
export const documentRows = (documents: readonly AskedDocument[], lang: Lang): SummaryRow[] =>
  documents.map(({ document, state, returned }) => ({
    term: documentName(document, lang),
    value: [
      slotStateText(state, {})[lang],
      ...(returned?.reason ? [returnReasonTexts[returned.reason][lang]] : []),
      ...(returned?.words ? [returned.words] : []),
    ].join('\n'),
  }));

const isWithDocuments = ({ residency }: Pick<ResidencyNow, 'residency'>): boolean =>
  residency.state === 'ONBOARDING' && !residency.documentsAcceptedAt;

/** What is under way until the first day, and what the startup does for it. */
function nextText(shown: ResidencyNow): Text {
  const { documents, version, space, list } = shown;
  if (isWithDocuments(shown)) return words.next[lackingIn(documents).length > 0 ? 'documents' : 'check'];
  if (version?.state !== 'SIGNED') return words.next[version ? 'sign' : 'draft'];
  if (!space) return words.next.space;
  return words.next[list && requiredDone(list) ? 'firstDay' : 'services'];
}

/** What belongs to the present part of moving in: its deadline, whose turn it is, how far it is. */
function partRows(shown: ResidencyNow, lang: Lang): SummaryRow[] {
  const { residency, version, list } = shown;
  if (isWithDocuments(shown)) {
    return [{ term: onboardingWords.dueOn[lang], value: formatEnd(documentsCloseAt(residency), lang) }];
  }
  const signer = version?.state === 'OPEN' ? nextSigner(version) : undefined;
  if (version && signer) {
    return [{ term: words.toSign[lang], value: `${signer.title[lang]} · ${formatInstant(version.dueAt, lang)}` }];
  }
  if (!list) return [];
  const settled = list.items.filter(isSettled).length;
  return [{ term: words.services[lang], value: progressText(settled, list.items.length)[lang] }];
}

/** On the status page of a startup: where its residency is, and what is next; the rest is on its own page. */
export function ResidencySummary({ lang, ...shown }: ResidencyNow & { readonly lang: Lang }) {
  const { residency, documents, space } = shown;
  const isOnboarding = residency.state === 'ONBOARDING';
  const { from, to } = daysOfResidency(residency);
  return (
    <>
      <h2>{words.title[isOnboarding ? 'onboarding' : 'residency'][lang]}</h2>
      <SummaryList
        rows={[
          { term: onboardingWords.contract[lang], value: `${formatDate(from, lang)} – ${formatDate(to, lang)}` },
          ...(space ? [{ term: onboardingWords.space[lang], value: spaceText(space) }] : []),
          ...(isOnboarding ? [{ term: words.now[lang], value: nextText(shown)[lang] }, ...partRows(shown, lang)] : []),
        ]}
      />
      {isWithDocuments(shown) && lackingIn(documents).length > 0 && (
        <p>
          <a href={sendersPath}>{onboardingWords.toDocuments[lang]}</a>
        </p>
      )}
      <p>{words.more[residency.state === 'RESIDENT' ? 'resident' : 'all'][lang]}</p>
    </>
  );
}
