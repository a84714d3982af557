import type { Messages } from './en.ts';
import type { MoreMessages } from './en-more.ts';
import type { Format } from './format.ts';
import type { LateFormat } from './late-format.ts';

// A particle that follows from the sound of a name or number is avoided by how the sentence is built.

export const messages = ({ full, compact }: Format): Messages => ({
  loading: '불러오는 중',
  failed: '불러오지 못했습니다. 나중에 다시 시도하세요.',
  member: '멤버',

  level: '레벨',
  levelNumber: (level) => `레벨 ${full(level)}`,
  xp: (xp) => `${compact(xp)} XP`,
  xpInFull: (xp) => `${full(xp)} XP`,

  card: {
    title: '랭크 카드',
    label: (name) => `${name} 님의 랭크 카드`,
    xpOf: (xp, next) => `${compact(xp)} / ${compact(next)} XP`,
    toNext: (xp, level) => `레벨 ${full(level)}까지 ${compact(xp)} XP`,
    top: '최고 레벨',
    rank: '순위',
    of: (total) => `${compact(total)}명 중`,
    none: '아직 없음',
    streak: '연속 기록',
    days: (days) => `${full(days)}일`,
  },

  board: {
    title: '리더보드',
    boards: { newcomers: '새 멤버', climbers: '급상승' },
    windows: { all: '전체 기간', day: '오늘', week: '이번 주', month: '이번 달' },
    tabs: { all: '전체', day: '일', week: '주', month: '월' },
    rank: '순위',
    member: '멤버',
    xp: 'XP',
    total: (members) => `멤버 ${compact(members)}명`,
  },

  rewards: {
    title: '보상',
    count: (reached, total) => `${full(total)}개 중 ${full(reached)}개 획득`,
    total: (total) => `보상 ${full(total)}개`,
    toGo: (xp) => `${compact(xp)} XP 남음`,
  },
});

export const more = ({ full, relative, soon }: LateFormat): MoreMessages => ({
  retry: '다시 시도',
  sentence: (text) => `${text}.`,

  live: '실시간',
  updated: (at) => `업데이트: ${relative(at)}`,
  reconnecting: '다시 연결하는 중',
  offline: (at) => `오프라인입니다. 마지막 업데이트: ${relative(at)}.`,
  stale: (at) => `업데이트하지 못했습니다. 마지막 업데이트: ${relative(at)}.`,

  problems: {
    'no-community': ['커뮤니티가 지정되지 않았습니다', '‘community’ 속성에 지정하세요.'],
    'bad-address': ['API 주소를 사용할 수 없습니다', '‘api’ 속성을 확인하세요.'],
    'unknown-community': [
      '알 수 없는 커뮤니티입니다',
      'ID를 확인하거나 첫 메시지가 올라온 뒤에 다시 오세요.',
    ],
    'unknown-member': ['이 멤버는 아직 카드가 없습니다', '첫 메시지를 보내면 나타납니다.'],
    unauthenticated: ['로그인하지 않았습니다', '로그인하면 볼 수 있습니다.'],
    forbidden: ['멤버 전용입니다', '커뮤니티에 가입하면 볼 수 있습니다.'],
    'rate-limited': ['요청이 너무 많습니다', '잠시 후 다시 시도하세요.'],
    unreachable: ['서버가 응답하지 않습니다', '연결을 확인하고 다시 시도하세요.'],
    failed: ['불러오지 못했습니다', '잠시 후 다시 시도하세요.'],
  },

  empty: {
    'wee5-leaderboard': ['리더보드에 아직 아무도 없습니다', '채팅에서 인사해 보세요.'],
    'wee5-reward-list': ['아직 보상이 없습니다', '레벨마다 받는 보상이 여기에 표시됩니다.'],
    'wee5-activity': ['아직 아무것도 없습니다', '채팅에서 인사해 보세요. 얻은 XP가 여기에 표시됩니다.'],
  },

  card: {
    active: (at) => `최근 활동: ${relative(at)}`,
    now: '지금 XP를 얻을 수 있습니다',
    wait: (seconds) => `${soon(seconds)} 다시 XP 획득 가능`,
    waits: {
      chat: (seconds) => `채팅 XP는 ${soon(seconds)}`,
      reply: (seconds) => `답글 XP는 ${soon(seconds)}`,
      reaction: (seconds) => `반응 XP는 ${soon(seconds)}`,
      lesson: (seconds) => `강의 XP는 ${soon(seconds)}`,
    },
    gained: (xp) => `+${full(xp)}`,
    earnBy: (time) => `${time}까지`,
    keepStreak: (time) => `${time}까지 XP를 얻으면 연속 기록이 유지됩니다`,
    frozen: (days) => `${full(days)}일째 보호 중`,
    freezes: (count) => `보호 ${full(count)}회 남음`,
    kept: '오늘은 달성함',
    badges: '배지',
    moreBadges: (count) => `+${full(count)}`,
  },

  board: {
    you: '나',
    showMore: '더 보기',
    aroundYou: '내 주변',
    top: '맨 위로',
    added: (members) => `멤버 ${full(members)}명 추가`,
    notAdded: '멤버를 더 불러오지 못했습니다',
    ends: (soonText) => `${soonText} 종료`,
  },

  moves: {
    youMoved: (rank, up) => `${full(rank)}위로 ${up ? '올라갔습니다' : '내려갔습니다'}`,
    memberMoved: (name, rank) => `${name} 님이 ${full(rank)}위로 올라갔습니다`,
    up: (places) => `${full(places)}계단 상승`,
    down: (places) => `${full(places)}계단 하락`,
    reached: (level) => `레벨 ${full(level)} 달성`,
    youReached: (level) => `레벨 ${full(level)}에 도달했습니다`,
    unlocked: (name) => `보상을 획득했습니다: ${name}`,
    fresh: '방금 획득',
  },

  toast: {
    close: '닫기',
    jump: (from, to) => `레벨 ${full(from)} → ${full(to)}`,
    unlocked: (rewards) => `보상 ${full(rewards)}개를 획득했습니다`,
  },

  rewards: {
    progress: (name) => `${name}까지의 진행률`,
    showAll: (total) => `${full(total)}개 모두 보기`,
    showFewer: '간단히 보기',
    states: {
      locked: '잠김',
      unlocked: '획득함',
      claimed: '받음',
      fulfilling: '지급 중',
      fulfilled: '지급됨',
      failed: '확인 중',
      unknown: '확인 중',
      expired: '만료됨',
      revoked: '회수됨',
    },
  },

  claim: {
    claim: '받기',
    claiming: '받는 중',
    checking: '확인하는 중',
    checkAgain: '다시 확인',
    done: (name) => `보상을 받았습니다: ${name}`,
    unlockedOn: (date) => `획득: ${date}`,
    claimedOn: (date) => `받음: ${date}`,
    role: (name) => `‘${name}’ 역할을 받습니다.`,
    open: (host) => `${host} 열기`,
    newTab: '새 탭에서 열림',
    copy: '복사',
    copied: '복사됨',
    notCopied: '이 페이지에서는 복사할 수 없습니다. 코드가 선택되어 있으니 직접 복사하세요.',
    about: {
      fulfilling: '지급하는 중입니다. 따로 할 일은 없습니다.',
      failed: '지급하지 못했습니다. 계속 이 상태라면 커뮤니티 팀에 문의하세요.',
      unknown: '지급되었는지 확실하지 않습니다. 받지 못했다면 커뮤니티 팀에 문의하세요.',
      expired: '기한이 지나 더는 사용할 수 없습니다.',
      revoked: '커뮤니티에서 회수했습니다.',
    },
    problems: {
      elsewhere: ['이미 받은 보상입니다', '다른 페이지나 기기에서 받았습니다.'],
      notNow: ['지금은 받을 수 없습니다', '잠시 후 다시 시도하세요.'],
      withdrawn: ['더는 제공되지 않습니다', '받은 보상이 없습니다.'],
      signedOut: ['로그아웃되었습니다', '로그인한 뒤 다시 받으세요.'],
      forbidden: ['멤버 전용입니다', '커뮤니티에 가입한 뒤 다시 받으세요.'],
      limited: (seconds) => ['요청이 너무 많습니다', `${seconds ? soon(seconds) : '잠시 후'} 다시 받으세요.`],
      refused: ['받지 못했습니다', '페이지를 새로 고치고 다시 시도하세요.'],
      unanswered: ['서버가 응답하지 않았습니다', '받은 보상이 없습니다. 다시 시도하세요.'],
      unsure: ['서버가 응답하지 않았습니다', '받았는지 확실하지 않습니다. 다시 확인하세요.'],
    },
  },

  activity: {
    title: '활동',
    showMore: '더 보기',
    showingMore: '불러오는 중',
    notShown: ['더 불러오지 못했습니다', '잠시 후 다시 시도하세요.'],
    shown: (entries) => `${full(entries)}개 항목 추가`,
    total: (xp) => `총 ${full(xp)} XP`,
    sources: {
      chat: '채팅 메시지',
      reply: '답글',
      reaction: '반응',
      reaction_received: '받은 반응',
      lesson: '강의',
      membership: '멤버십',
      payment: '결제',
      given: '커뮤니티가 지급',
      taken: '커뮤니티가 차감',
      takenBack: '회수됨',
      givenBack: '반환됨',
      reset: '초기화',
      resetUndone: '초기화 취소',
    },
    none: (why) => `XP 없음: ${why}`,
    clipped: (xp, of, why) => `${of} 중 ${full(xp)}: ${why}`,
    range: (min, max) => `${full(min)}~${full(max)} 중 무작위`,
    repeat: (count, received) => `같은 멤버${received ? '에게서' : '에게'} ${full(count)}번째 반응`,
    joined: (parts) => parts.join(', '),
    part: (percent) => `그중 ${full(percent)}%`,
    because: { refund: '환불', dispute: '이의 제기된 결제', deactivation: '멤버십 종료' },
    why: {
      cooldown: (time) => (time ? `${time} 후 다시 얻을 수 있습니다` : '조금 전에 이미 얻었습니다'),
      cap: {
        source: {
          day: (xp) => `여기서는 하루 최대 ${full(xp)} XP`,
          week: (xp) => `여기서는 일주일 최대 ${full(xp)} XP`,
        },
        all: {
          day: (xp) => `하루 최대 ${full(xp)} XP`,
          week: (xp) => `일주일 최대 ${full(xp)} XP`,
        },
      },
      bank: '최근에 많이 얻었으며 시간이 지나면 회복됩니다',
      'source-off': '이 활동으로는 얻을 수 없습니다',
      'too-short': (characters) => (characters ? `${full(characters)}자보다 짧음` : '너무 짧음'),
      'no-xp-experience': '이곳에서는 얻을 수 없습니다',
      'no-xp-member': '회원님은 여기서 얻을 수 없습니다',
    },
  },
});
