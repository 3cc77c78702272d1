import type { Kinds } from '../../requests/kind.ts';
import type { AuditEvent } from '../../shared/database/audit.ts';
import type { Lang, Text } from '../../shared/i18n.ts';
import { formatInstant } from '../../shared/time.ts';
import type { Telling } from '../telling.ts';

const words = {
  read: { ko: '열람', en: 'Looked at it' },
  applicant: { ko: '지원자', en: 'Applicant' },
  office: { ko: '이메일을 대신 받는 담당자', en: 'The office, for the applicant' },
  system: { ko: '자동 처리', en: 'System' },
  operator: { ko: '운영자', en: 'Operator' },
  unknown: { ko: '담당자', en: 'Staff' },
} as const satisfies Record<string, Text>;

interface HappenedProps {
  readonly events: readonly AuditEvent[];
  readonly telling: Pick<Telling, 'sentences' | 'other'>;
  /** Names of the staff by their ids. */
  readonly names: ReadonlyMap<string, string>;
  readonly kinds: Kinds;
  /** What whoever is not of the staff is called, if not the applicant. */
  readonly outside?: Text;
  readonly lang: Lang;
}

/** What happened, in the order in which it did, each with who did it. */
export const Happened = (props: HappenedProps) => (
  <ol class="timeline">
    {props.events.map((event) => (
      <li key={event.hash} class="done">
        <p class="timeline-title">{sentenceOf(event, props)}</p>
        <p class="timeline-when">
          {formatInstant(event.at, props.lang)} · {actorText(event.by, props)}
        </p>
      </li>
    ))}
  </ol>
);

function sentenceOf({ type, data }: AuditEvent, { telling, names, kinds, lang }: HappenedProps): string {
  if (type === 'PersonalDataRead') return words.read[lang];
  const sentences: Readonly<Record<string, Text | undefined>> = telling.sentences;
  const sentence = (sentences[type] ?? telling.other)[lang];
  const kind = kinds.get(String(data.kind))?.title[lang];
  const to = data.to ?? data.assignee ?? data.reviewer;
  const who = typeof to === 'string' ? names.get(to) : undefined;
  const more = [kind, who].filter((one) => one !== undefined).join(', ');
  return more === '' ? sentence : `${sentence} (${more})`;
}

/** Who did it: `applicant`, `office`, `person:<id>`, `operator:<name>` or a part of the system. */
function actorText(by: string, { names, outside, lang }: HappenedProps): string {
  const [kind = '', name = ''] = by.split(/:(.*)/su, 2);
  switch (kind) {
    case 'office':
      return words.office[lang];
    case 'applicant':
    case 'party':
    case 'signer':
      return (outside ?? words.applicant)[lang];
    case 'person':
      return names.get(name) ?? words.unknown[lang];
    case 'operator':
      return `${words.operator[lang]} ${name}`;
    default:
      return words.system[lang];
  }
}
