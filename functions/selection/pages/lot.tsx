import type { Round } from '../../rounds/round.ts';
import type { Lang, Text } from '../../shared/i18n.ts';
import { SummaryList } from '../../shared/pages/components.tsx';
import { Layout } from '../../shared/pages/layout.tsx';
import { formatDate, formatInstant } from '../../shared/time.ts';
import type { Admission } from '../admission.ts';

const words = {
  title: { ko: '추첨과 확인 방법', en: 'The random draw, and how to check it' },
  lead: {
    ko: '점수와 동점 처리 기준이 모두 같은 지원자의 순서는 추첨으로 정합니다. 결과를 보고 추첨을 조작할 수 없도록, 추첨에 쓰는 값(추첨값)의 위·변조 확인값을 지원을 받기 전에 공개합니다.',
    en: 'If the scores and all tie-breaks are equal, a random draw decides the order. So that nobody can change the draw to get a certain result, we publish a check value of the seed before applications open.',
  },
  seedHash: { ko: '추첨값의 위·변조 확인값(SHA-256)', en: 'Check value of the seed (SHA-256)' },
  published: { ko: '공개 일시', en: 'Published' },
  seed: { ko: '추첨값', en: 'Seed' },
  seedAt: { ko: '추첨값 공개 일시', en: 'Seed published' },
  later: { ko: '추첨값 공개', en: 'Seed will be published' },
  withResults: { ko: '결과 발표와 함께', en: 'with the results' },
  how: { ko: '추첨 방법', en: 'How the draw works' },
  howText: {
    ko: '추첨값을 키로 하여 접수 번호마다 HMAC-SHA-256을 계산합니다. 계산한 값이 작은 지원서가 앞섭니다. 추첨값이 같으면 누가 계산해도 결과가 같습니다.',
    en: 'For each reference number we compute the HMAC-SHA-256 with the seed as its key. The smaller value comes first. With the same seed, everybody gets the same result.',
  },
  verify: { ko: '직접 확인하는 방법', en: 'Check it yourself' },
  verifyText: {
    ko: 'OpenSSL이 설치된 컴퓨터의 명령 창에 아래 두 줄을 차례로 입력하십시오. 첫째 줄의 결과는 위의 위·변조 확인값과 같아야 하고, 둘째 줄의 결과는 그 접수 번호의 추첨 결과입니다. 접수 번호 자리에는 확인하실 접수 번호를 넣으십시오.',
    en: 'Enter these two lines on a computer that has OpenSSL. The first line gives the check value above. The second line gives the draw value of a reference number. Use the reference number that you want to check.',
  },
  compareText: {
    ko: '추첨으로 순서가 정해졌으면 결과 화면에 본인의 추첨 결과와 마지막 선발자의 추첨 결과가 함께 나옵니다. 본인의 접수 번호로 직접 계산한 값이 본인의 추첨 결과와 같아야 하며, 둘 가운데 작은 쪽이 앞섭니다. 다른 지원자의 접수 번호는 공개하지 않습니다.',
    en: 'If a random draw decided, the page of your result shows two draw values: your own, and that of the last person selected. What you compute from your reference number must be the same as your own draw value. The smaller of the two comes first. We do not publish the reference numbers of other applicants.',
  },
  beforeText: {
    ko: '추첨값은 결과를 발표할 때 이 화면에 공개합니다. 그 뒤에는 누구나 위·변조 확인값과 추첨 결과를 직접 계산해 볼 수 있습니다. 지금 이 확인값을 적어 두시면 나중에 바뀌지 않았는지 비교하실 수 있습니다.',
    en: 'We publish the seed on this page with the results. From then on, anybody can compute the check value and the draw values. If you write the check value down now, you can see later that it has not changed.',
  },
  round: { ko: '모집 안내로 돌아가기', en: 'Back to the round' },
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
