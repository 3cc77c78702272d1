import type { Kinds } from '../../requests/kind.ts';
import type { AuditEvent } from '../../shared/audit.ts';
import type { Lang } from '../../shared/i18n.ts';
import { formatInstant } from '../../shared/time.ts';
import type { CaseFile } from '../case-file.ts';
import { eventSentences, otherEvent } from '../event-sentences.ts';
import { caseWords as words } from './case-words.ts';

interface EventsProps {
  readonly events: readonly AuditEvent[];
  /** Names of the staff by their ids. */
  readonly names: CaseFile['names'];
  readonly kinds: Kinds;
  readonly lang: Lang;
}

/** What happened, in the order in which it did, each with who did it. */
export const Events = ({ events, names, kinds, lang }: EventsProps) => (
  <ol class="timeline">
    {events.map((event) => (
      <li key={event.hash} class="done">
        <p class="timeline-title">{sentenceOf(event, names, kinds, lang)}</p>
        <p class="timeline-when">
          {formatInstant(event.at, lang)} · {actorText(event.by, names, lang)}
        </p>
      </li>
    ))}
  </ol>
);

function sentenceOf({ type, data }: AuditEvent, names: CaseFile['names'], kinds: Kinds, lang: Lang): string {
  if (type === 'PersonalDataRead') return words.read[lang];
  const sentences: Readonly<Record<string, (typeof eventSentences)[keyof typeof eventSentences]>> = eventSentences;
  const sentence = (sentences[type] ?? otherEvent)[lang];
  const kind = kinds.get(String(data.kind))?.title[lang];
  const to = data.to ?? data.assignee ?? data.reviewer;
  const who = typeof to === 'string' ? names.get(to) : undefined;
  const more = [kind, who].filter((one) => one !== undefined).join(', ');
  return more === '' ? sentence : `${sentence} (${more})`;
}

/** Who did it: `applicant`, `office`, `person:<id>`, `operator:<name>` or a part of the system. */
function actorText(by: string, names: CaseFile['names'], lang: Lang): string {
  const [kind = '', name = ''] = by.split(/:(.*)/su, 2);
  switch (kind) {
    case 'office':
      return words.actors.office[lang];
    case 'applicant':
      return words.actors.applicant[lang];
    case 'person':
      return names.get(name) ?? words.actors.unknown[lang];
    case 'operator':
      return `${words.actors.operator[lang]} ${name}`;
    default:
      return words.actors.system[lang];
  }
}
