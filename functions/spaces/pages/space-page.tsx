import type { AuditEvent } from '../../shared/database/audit.ts';
import type { Lang } from '../../shared/i18n.ts';
import { Actions, Button, Notice, PageForm, SummaryList } from '../../shared/pages/components.tsx';
import { Fields } from '../../shared/pages/fields.tsx';
import type { FieldError, Typed } from '../../shared/pages/form.ts';
import { WideTable } from '../../shared/pages/wide-table.tsx';
import { formatDate, formatInstant, type LocalDate, localDateSchema } from '../../shared/time.ts';
import type { NameOf } from '../holder-names.ts';
import type { Holding, Space } from '../space.ts';
import { contractOn, overstayOf, stayOn } from '../stays.ts';
import { holdingField, moveForm, returnForm } from './space-forms.ts';
import { HolderView, HoldingView } from './spaces-list.tsx';
import { spacesPaths } from './spaces-paths.ts';
import { deskText, pastText, spaceSentences, spacesWords as words } from './spaces-words.ts';

/** What was typed into one of the forms, and what is wrong with it. */
export interface Posted {
  readonly form: 'return' | 'move';
  readonly typed: Typed;
  readonly errors: readonly FieldError[];
}

export interface SpaceProps {
  readonly space: Space;
  /** Free for the rest of the contract that can be moved. */
  readonly targets: readonly Space[];
  readonly events: readonly AuditEvent[];
  /** Names of the staff by their ids. */
  readonly names: ReadonlyMap<string, string>;
  readonly nameOf: NameOf;
  readonly today: LocalDate;
  readonly posted?: Posted;
  /** Why what was just confirmed was not done. */
  readonly refused?: string;
  readonly lang: Lang;
}

/** Whose return can be confirmed: whoever is in the space. */
export const toReturn = (space: Space, today: LocalDate): Holding | undefined => {
  const holding = stayOn(space, today, today)?.holding;
  return holding?.returnedOn === undefined ? holding : undefined;
};

/** Whose contract can go on elsewhere: the present one, else the next. */
export const toMove = (space: Space, today: LocalDate): Holding | undefined => {
  const holding = contractOn(space, today) ?? space.holdings.find(({ from }) => from > today);
  return holding && holding.returnedOn === undefined && holding.movedTo === undefined ? holding : undefined;
};

/** One space: where it is, who has it and had it, what can be decided, and what happened. */
export function SpaceView(props: SpaceProps) {
  const { space, events, names, nameOf, today, refused, lang } = props;
  const stays = overstayOf(space, today);
  return (
    <>
      {refused !== undefined && (
        <Notice kind="warning" title={words.notDone[lang]}>
          <p>{refused}</p>
        </Notice>
      )}
      <SummaryList
        rows={[
          {
            term: words.contract[lang],
            value: <HoldingView holding={contractOn(space, today)} {...{ nameOf, lang }} />,
          },
          {
            term: words.occupant[lang],
            value: (
              <>
                <HoldingView holding={stayOn(space, today, today)?.holding} {...{ nameOf, lang }} />
                {stays && (
                  <>
                    <br />
                    <strong class="late">{pastText(stays.days)[lang]}</strong>
                  </>
                )}
              </>
            ),
          },
          { term: words.desks[lang], value: deskText(space.desks)[lang] },
          { term: words.accessible[lang], value: words[space.accessible ? 'yes' : 'no'][lang] },
          {
            term: words.offered[lang],
            value: [
              formatDate(space.from, lang),
              space.until ? formatDate(space.until, lang) : words.openEnd[lang],
            ].join(' – '),
          },
          ...(space.removedOn ? [{ term: words.removed[lang], value: formatDate(space.removedOn, lang) }] : []),
        ]}
      />
      <ReturnForm {...props} />
      <MoveForm {...props} />
      <h2>{words.history[lang]}</h2>
      <History {...{ space, nameOf, lang }} />
      <h2>{words.events[lang]}</h2>
      <Events {...{ events, names, lang }} />
      <p>
        <a href={spacesPaths.list}>{words.back[lang]}</a>
      </p>
    </>
  );
}

function ReturnForm({ space, today, posted, nameOf, lang }: SpaceProps) {
  const holding = toReturn(space, today);
  const { typed = {}, errors = [] } = posted?.form === 'return' ? posted : {};
  return (
    <section class="part" aria-labelledby="return-title">
      <h2 id="return-title">{words.giveBack[lang]}</h2>
      {holding ? (
        <PageForm
          id="return"
          action={spacesPaths.giveBack(space.id)}
          hidden={{ [holdingField]: String(holding.number) }}
        >
          <p>
            <HoldingView holding={holding} {...{ nameOf, lang }} />
          </p>
          <Fields page={returnForm} {...{ typed, errors, lang }} />
          <Actions>
            <Button kind="tertiary">{words.continue[lang]}</Button>
          </Actions>
        </PageForm>
      ) : (
        <p>{words.noHolder[lang]}</p>
      )}
    </section>
  );
}

function MoveForm({ space, targets, today, posted, nameOf, lang }: SpaceProps) {
  const holding = toMove(space, today);
  if (!holding) return null;
  const { typed = {}, errors = [] } = posted?.form === 'move' ? posted : {};
  return (
    <section class="part" aria-labelledby="move-title">
      <h2 id="move-title">{words.move[lang]}</h2>
      <p>
        <HoldingView holding={holding} {...{ nameOf, lang }} />
      </p>
      {targets.length === 0 ? (
        <p>{words.noTarget[lang]}</p>
      ) : (
        <PageForm id="move" action={spacesPaths.move(space.id)} hidden={{ [holdingField]: String(holding.number) }}>
          <Fields page={moveForm(targets)} {...{ typed, errors, lang }} />
          <Actions>
            <Button kind="tertiary">{words.continue[lang]}</Button>
          </Actions>
        </PageForm>
      )}
    </section>
  );
}

function History({ space, nameOf, lang }: Pick<SpaceProps, 'space' | 'nameOf' | 'lang'>) {
  if (space.holdings.length === 0) return <p>{words.historyNone[lang]}</p>;
  return (
    <WideTable
      label={words.history[lang]}
      head={[words.holder, words.contractFrom, words.contractTo, words.returnedOn].map((text) => text[lang])}
      rows={space.holdings.map(({ number, holder, from, to, returnedOn }) => ({
        key: String(number),
        cells: [
          <HolderView key="holder" {...{ holder, nameOf }} />,
          formatDate(from, lang),
          formatDate(to, lang),
          returnedOn ? formatDate(returnedOn, lang) : words.notReturned[lang],
        ],
      }))}
    />
  );
}

const Events = ({ events, names, lang }: Pick<SpaceProps, 'events' | 'names' | 'lang'>) => (
  <ol class="timeline">
    {events.map((event) => (
      <li key={event.hash} class="done">
        <p class="timeline-title">{sentenceOf(event, lang)}</p>
        <p class="timeline-when">
          {formatInstant(event.at, lang)} · {actorText(event.by, names, lang)}
        </p>
      </li>
    ))}
  </ol>
);

function sentenceOf({ type, data }: AuditEvent, lang: Lang): string {
  const sentences: Readonly<Record<string, (typeof spaceSentences)[keyof typeof spaceSentences]>> = spaceSentences;
  const day = localDateSchema.safeParse(data.on ?? data.to);
  const more = [data.holder, day.success && formatDate(day.data, lang)].filter((part) => typeof part === 'string');
  const sentence = sentences[type]?.[lang] ?? type;
  return more.length > 0 ? `${sentence} (${more.join(', ')})` : sentence;
}

/** Who did it: `person:<id>`, `operator:<name>` or a part of the system. */
function actorText(by: string, names: SpaceProps['names'], lang: Lang): string {
  const [kind = '', name = ''] = by.split(/:(.*)/su, 2);
  if (kind === 'person') return names.get(name) ?? words.formerStaff[lang];
  return kind === 'operator' ? `${words.operator[lang]} ${name}` : words.system[lang];
}
