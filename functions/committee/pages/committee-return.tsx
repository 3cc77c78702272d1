import type { Round } from '../../rounds/round.ts';
import type { Snapshot } from '../../selection/snapshot.ts';
import type { Lang } from '../../shared/i18n.ts';
import { Actions, Button, PageForm } from '../../shared/pages/components.tsx';
import { Fields } from '../../shared/pages/fields.tsx';
import type { FieldError } from '../../shared/pages/form.ts';
import { Layout } from '../../shared/pages/layout.tsx';
import { going } from '../../shared/pages/shown.ts';
import { committeeWords, returnWords as words } from './committee-texts.ts';
import { type Applicants, RankingTable } from './ranking-table.tsx';
import type { TypedRows } from './return-rows.ts';

const rankingId = 'ranking';

/** Changes of place with their reasons, above the ranking as it is; what was typed stays, rows are added without a script. */
export function CommitteeReturnPage(props: {
  /** The request's. */
  readonly id: string;
  readonly path: string;
  readonly round: Round;
  readonly snapshot: Snapshot;
  readonly applicants: Applicants;
  readonly typed: TypedRows;
  readonly errors: readonly FieldError[];
  readonly lang: Lang;
}) {
  const { id, path, round, snapshot, applicants, typed, errors, lang } = props;
  const { rows } = typed;
  return (
    <Layout
      lang={lang}
      title={words.title[lang]}
      eyebrow={round.title[lang]}
      lead={words.lead[lang]}
      errors={errors}
      formId="form"
      contact={round.contact}
      home={{ go: rankingId }}
    >
      <PageForm
        id="form"
        action={`${path}/return`}
        hidden={{ rows: String(rows.length) }}
        copied={{ of: id, page: 'return' }}
      >
        {rows.map(({ page, typed: row }, index) => (
          <section key={page.id} aria-labelledby={page.id}>
            <h2 id={page.id}>
              {words.row[lang]} {index + 1}
            </h2>
            <Fields page={page} typed={row} errors={errors} lang={lang} />
          </section>
        ))}
        <Actions>
          <Button kind="tertiary" {...going(rankingId)}>
            {words.back[lang]}
          </Button>
          <Button>{words.send[lang]}</Button>
        </Actions>
        <p class="later">
          <Button kind="link" name="more" value="yes">
            {words.more[lang]}
          </Button>
        </p>
      </PageForm>
      {round.admission && (
        <>
          <h2>{committeeWords.table[lang]}</h2>
          <RankingTable {...{ snapshot, applicants, lang }} rules={round.admission} />
        </>
      )}
    </Layout>
  );
}
