/* Names that are words too. Lists to be added to: a name that is not in them is masked wherever it stands. */

const words = (...lines: string[]): ReadonlySet<string> => new Set(lines.join(' ').split(' '));

/** Of two and three syllables: whoever has such a name is masked only where a text says that it is one. */
export const koreanWords = words(
  '강도 강력 강사 강의 강점 강조 강화 강세 강남 강북 강서 강동 고객 고급 고민 고생 고요 고유 고정 고도 고려 고심 고용 고향 공감 공개 공공 공급 공단 공동',
  '공모 공부 공사 공식 공유 공인 공장 공정 공지 공통 공학 공헌 구간 구독 구매 구분 구상 구성 구조 구직 구체 구축 구현 권고 권리 권위 권유 권장 권한 금고',
  '금년 금리 금액 금융 금전 금지 기간 기계 기관 기대 기록 기반 기법 기본 기부 기사 기술 기억 기업 기여 기존 기준 기초 기한 기회 기획 기타 길이 남녀',
  '남성 남은 남자 남쪽 노력 노동 노인 노트 노하 노출 도구 도달 도로 도메 도서 도시 도움 도입 도전 도출 도착 도표 마감 마련 마음 마을 마케 마치 마침',
  '명목 명시 명의 명칭 명확 모델 모두 모든 모바 모범 모색 모습 모아 모음 모의 모임 모집 모형 문구 문맥 문서 문의 문장 문제 문화 민간 민감 민원 민주',
  '박람 박사 박수 박스 반대 반드 반복 반성 반영 반응 방금 방문 방법 방식 방안 방어 방지 방향 배경 배분 배송 배열 배우 배움 배정 배치 배포 백신 백업',
  '변경 변동 변수 변화 변환 서류 서명 서로 서론 서버 서비 서술 서식 서울 서점 서재 석사 선정 선택 선발 선배 선호 선도 선두 선생 선물 선언 선수 설계',
  '설득 설레 설립 설명 설문 설정 설치 성격 성공 성과 성능 성립 성분 성숙 성실 성장 성적 성질 성취 성향 소개 소득 소망 소비 소상 소속 소유 소중 소통',
  '소프 소식 소재 송금 송출 송신 손님 손실 손익 손해 손쉽 신고 신규 신기 신뢰 신분 신속 신용 신입 신중 신청 신체 신호 신문 신선 심각 심도 심리 심사',
  '심층 심화 안내 안녕 안목 안심 안전 안정 안착 안팎 양국 양도 양식 양산 양성 양쪽 양측 양자 엄격 엄선 엄청 여건 여기 여러 여부 여성 여유 여전 여정',
  '여행 연결 연계 연구 연금 연기 연도 연동 연락 연령 연말 연봉 연산 연수 연습 연체 연합 염두 염려 예금 예측 예정 오늘 오류 오전 오직 오픈 오후 오해',
  '조별 왕복 우대 우려 우리 우선 우수 우연 원가 원금 원래 원리 원인 원칙 원하 원활 위치 위원 위주 위해 위험 위기 유관 유도 유동 유망 유명 유사 유용 유의',
  '유일 유입 유저 유지 유출 유통 유형 유효 육성 윤리 은행 이것 이곳 이념 이득 이들 이력 이론 이루 이름 이메 이미 이번 이벤 이분 이사 이상 이상한 이슈',
  '이어 이용 이용자 이유 이율 이익 이자 이전 이제 이점 이직 이체 이하 이해 이행 이후 인간 인건 인근 인력 인류 인문 인사 인생 인식 인원 인적 인재 인정',
  '인증 인지 인터 인턴 임금 임대 임무 임시 임원 임직 임차 장기 장단 장려 장벽 장비 장소 장애 장점 장차 장치 장학 장래 전공 전국 전념 전달 전담 전략',
  '전망 전문 전문가 전반 전부 전사 전산 전송 전시 전자 전제 전체 전통 전파 전하 전혀 전화 전환 전후 정규 정교 정기 정답 정당 정도 정돈 정량 정리 정말',
  '정밀 정보 정부 정비 정산 정상 정서 정성 정식 정신 정원 정의 정지 정직 정책 정체 정치 정하 정확 조건 조금 조금씩 조기 조사 조성 조속 조언 조율 조정',
  '조직 조합 조화 조회 주간 주거 주관 주기 주니 주도 주된 주로 주말 주목 주문 주민 주변 주부 주식 주요 주요한 주위 주의 주장 주제 주체 주최 지금 지급 지난',
  '지능 지도 지렛 지론 지면 지명 지방 지분 지불 지속 지수 지식 지역 지연 지원 지원금 지원서 지원자 지위 지인 지적 지점 지정 지지 지표 지향 지혜 진단 진로 진리',
  '진솔 진실 진심 진입 진정 진지 진지한 진출 진취 진학 진행 차근 차별 차분 차세 차원 차이 차지 채권 채널 채무 채용 채택 천천 최고 최근 최대 최대한 최상 최선',
  '최소 최소한 최신 최악 최우 최저 최적 최종 최초 추가 추격 추구 추상 추세 추이 추적 추정 추진 추천 추후 탁월 편견 편리 편의 편차 편향 표기 표면 표본 표시',
  '표준 표출 표현 피해 하게 하고 하나 하는 하루 하지 하지만 한계 한국 한국어 한국인 한눈 한도 한때 한마디 한번 한정 한편 한층 함께 함수 함양 허가 허락 허용 현금',
  '현대 현대적 현명 현상 현실 현실적 현업 현장 현재 현직 현황 형성 형식 형태 홍보 홍수 황금 황당 유일한 유명한 유용한 신기한 신속한 공정한 공통된 지속적 전반적 전체적',
  '주도적 주체적 구체적 성공적 도전적 안정적 안전한 고유한 소중한 정확한 정교한 이러한 이처럼 이렇게 정말로 연구원 연구자 기술자 기획자 소비자 고객사 금융권 모든것',
);

/** Given names that are words too: masked by themselves only before 씨. */
export const givenWords = words(
  '하늘 나라 사랑 우리 소리 가을 바다 보람 이슬 새롬 한결 나무 아름 다운 미소 은혜 은총 여름 겨울 노을 구름 초롱 마음 기쁨 소망 믿음 평화 자유 진주 보배 새벽 여울 나래 다솜 누리 가온 마루',
  '지원 지수 지혜 지성 지식 지도 지향 수정 수고 수리 수학 수미 유지 유연 유리 유진 정보 정도 정의 정원 정직 정성 성공 성실 성장 시대 시민 시안 서비 서로 세상 세계 소개 소유 도전 도시 미래',
  '경제 경영 경주 경기 기술 기준 영광 영상 영수 현재 현실 현대 현장 현지 주요 주의 주도 주문 주장 진실 진리 진심 진행 재산 재능 재무 재미 예술 예금 예정 연수 연구 연주 은행 인상 인정 인지 다정',
);

/** Words of English that are names too, in lower case: masked by themselves only beside another part of the name. */
export const englishWords = words(
  'will mark grace hope faith joy may june april august young bank rose price cook baker king long page bill frank rich art chase stone wood',
  'brown green white black gray hunter mason carter parker miller taylor smith park sun moon han min an in on do so no oh you lee one go day',
  'summer autumn dawn eve pearl ruby jade iris ivy lily olive holly heather amber sky star love man son best bell ball bush field ford hall hill',
  'lake land lane rivers rice sharp short small strong swift sweet wise wolf wong fox fish bird berry branch case church clay cross drew gene',
  'guy harry jack jay jean jimmy john judge kay ken kit lance lee major max miles nick noble norm pat peter pierce pope ray rob robin rusty',
  'sandy skip sue tom tony van victor wade ward wells west winter young code data java ruby rust swift ada go julia dart kim choi jung bit api',
);
