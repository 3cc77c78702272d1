import type { Round } from '../../rounds/round.ts';
import type { Lang, Text } from '../../shared/i18n.ts';
import { SummaryList } from '../../shared/pages/components.tsx';
import { Layout } from '../../shared/pages/layout.tsx';
import { formatDate, formatInstant } from '../../shared/time.ts';
import type { Admission } from '../admission.ts';

const words = {
  title: { ko: '추첨과 그 확인', en: 'The lot, and how to verify it' },
  lead: {
    ko: '점수와 동점 기준이 모두 같은 지원자의 순서는 추첨으로 정합니다. 결과를 보고 추첨을 고를 수 없도록, 추첨에 쓰는 값의 확인값을 지원을 받기 전에 공개합니다.',
    en: 'Where the score and every tie-break are equal, the lot decides the order. So that nobody can choose the lot by its result, a check on the value that it is drawn with is published before applications are taken.',
  },
  seedHash: { ko: '추첨값의 확인값(SHA-256)', en: 'Hash of the seed (SHA-256)' },
  published: { ko: '공개 일시', en: 'Published' },
  seed: { ko: '추첨값', en: 'Seed' },
  seedAt: { ko: '추첨값 공개 일시', en: 'Seed published' },
  later: { ko: '추첨값 공개', en: 'Seed to be published' },
  withResults: { ko: '결과 발표와 함께', en: 'with the results' },
  how: { ko: '추첨하는 방법', en: 'How the lot is drawn' },
  howText: {
    ko: '접수 번호마다 추첨값을 열쇠로 한 HMAC-SHA-256을 계산합니다. 그 값이 작은 사람이 앞섭니다. 추첨값이 정해지면 누가 계산해도 결과가 같습니다.',
    en: 'For each reference the HMAC-SHA-256 is computed with the seed as its key; the smaller value comes first. With the seed given, whoever computes it gets the same.',
  },
  verify: { ko: '직접 확인하기', en: 'Verify it yourself' },
  verifyText: {
    ko: 'OpenSSL이 있는 컴퓨터의 명령 창에 아래 두 줄을 차례로 입력합니다. 첫 줄의 결과는 위의 확인값과 같아야 하고, 둘째 줄의 결과는 그 접수 번호의 추첨 결과입니다. 접수 번호는 확인할 번호로 바꾸십시오.',
    en: 'Enter these two lines on a computer that has OpenSSL. The first gives the hash above; the second gives the lot of a reference. Put in the reference that you want to verify.',
  },
  compareText: {
    ko: '추첨으로 순서가 정해졌으면 결과 화면과 메일에 본인의 추첨 결과와 마지막 선발자의 추첨 결과가 함께 나옵니다. 본인의 접수 번호로 직접 계산한 값이 본인의 추첨 결과와 같아야 하며, 둘 가운데 작은 쪽이 앞섭니다. 다른 지원자의 접수 번호는 공개하지 않습니다.',
    en: 'Where the lot decided, the page of the result and its mail give two lots: the applicant’s own, and that of the last one who got a seat. What you compute of your reference has to be your own lot, and the smaller of the two comes first. References of other applicants are not published.',
  },
  beforeText: {
    ko: '추첨값은 결과를 발표할 때 이 화면에 공개합니다. 그 뒤에는 누구나 확인값과 추첨 결과를 직접 계산해 볼 수 있습니다. 지금 이 확인값을 적어 두시면 나중에 바뀌지 않았는지 비교하실 수 있습니다.',
    en: 'The seed is published on this page with the results. From then on anybody can compute the hash and the lots. Write the hash down now, and you can tell later that it has not been changed.',
  },
  round: { ko: '모집 안내로', en: 'Back to the round' },
} as const satisfies Record<string, Text>;

/** Before the results the hash of the seed; after them the seed, and how anybody verifies hash and lot. */
export function LotPage({ round, admission, lang }: { round: Round; admission: Admission; lang: Lang }) {
  const { seedHash, seed, releasedAt, since } = admission;
  const example = `${round.code}-7K3Q-9MX4`;
  return (
    <Layout
      lang={lang}
      title={words.title[lang]}
      eyebrow={round.title[lang]}
      lead={words.lead[lang]}
      contact={round.contact}
    >
      <SummaryList
        rows={[
          { term: words.seedHash[lang], value: <code class="hash">{seedHash}</code> },
          ...(since.OPEN ? [{ term: words.published[lang], value: formatInstant(since.OPEN, lang) }] : []),
          ...(releasedAt
            ? [
                { term: words.seed[lang], value: <code class="hash">{seed}</code> },
                { term: words.seedAt[lang], value: formatInstant(releasedAt, lang) },
              ]
            : [
                {
                  term: words.later[lang],
                  value: `${words.withResults[lang]} (${formatDate(round.resultsOn, lang)})`,
                },
              ]),
        ]}
      />
      <div class="text">
        <h2>{words.how[lang]}</h2>
        <p>{words.howText[lang]}</p>
        <h2>{words.verify[lang]}</h2>
        {releasedAt ? (
          <>
            <p>{words.verifyText[lang]}</p>
            <p>
              <code class="hash">printf %s &quot;{seed}&quot; | openssl dgst -sha256</code>
            </p>
            <p>
              <code class="hash">
                printf %s &quot;{example}&quot; | openssl dgst -sha256 -hmac &quot;{seed}&quot;
              </code>
            </p>
            <p>{words.compareText[lang]}</p>
          </>
        ) : (
          <p>{words.beforeText[lang]}</p>
        )}
      </div>
      <p class="later">
        <a href={`/rounds/${round.id}`}>{words.round[lang]}</a>
      </p>
    </Layout>
  );
}
