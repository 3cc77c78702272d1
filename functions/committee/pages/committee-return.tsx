import type { Round } from '../../rounds/round.ts';
import type { Lang } from '../../shared/i18n.ts';
import { Actions, Button, PageForm } from '../../shared/pages/components.tsx';
import { Fields } from '../../shared/pages/fields.tsx';
import type { FieldError } from '../../shared/pages/form.ts';
import { Layout } from '../../shared/pages/layout.tsx';
import { going } from '../../shared/pages/shown.ts';
import { returnWords as words } from './committee-texts.ts';
import type { TypedRows } from './return-rows.ts';

const rankingId = 'ranking';

/** Changes of place, each with its reason; what was typed stays, and rows are added without a script. */
export function CommitteeReturnPage(props: {
  readonly path: string;
  readonly round: Round;
  readonly typed: TypedRows;
  readonly errors: readonly FieldError[];
  readonly lang: Lang;
}) {
  const { path, round, typed, errors, lang } = props;
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
      <PageForm id="form" action={`${path}/return`} hidden={{ rows: String(rows.length) }}>
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
    </Layout>
  );
}
