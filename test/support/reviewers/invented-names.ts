/** Surnames of which two are of two syllables, and given names of one and two; together about seven thousand names. */
export const surnames: readonly string[] = [
  ...'김이박최정강조윤장임한오서신권황안송전홍유고문양손배백허남심노하곽성차주우구민류나진지엄채원천방공현함변염여추도소석선설마길연위표명기반왕금옥육인맹제모탁국어은편용예경봉사부태목형계피두감음동',
  '남궁',
  '황보',
];
export const givens: readonly string[] = [
  '민준 서준 도윤 예준 시우 하준 주원 지호 지후 준서 서연 서윤 지우 하은 하윤 민서 지유 윤서 채원 수아 지민 지아 다은 은서 예은 수빈 소율 예린 지안 가은',
  '현우 도현 건우 우진 선우 유준 정우 승우 승현 준혁 영수 영희 철수 미경 은정 지영 수진 혜진 정훈 성민 상훈 도영 재원 태현 동현 민재 현준 하늘 보람 나라',
  '한결 이슬 다솜 가람 새롬 준 훈 솔 별 빈 결 건 윤',
].flatMap((line) => line.split(' '));

export const inventedNames: readonly string[] = surnames.flatMap((surname) => givens.map((given) => surname + given));
