import type { Messages } from './en.ts';
import type { MoreMessages } from './en-more.ts';
import type { Format } from './format.ts';
import type { LateFormat } from './late-format.ts';

export const messages = ({ full, compact }: Format): Messages => ({
  loading: '載入中',
  failed: '無法載入。請稍後再試。',
  member: '成員',

  level: '等級',
  levelNumber: (level) => `等級 ${full(level)}`,
  xp: (xp) => `${compact(xp)} XP`,
  xpInFull: (xp) => `${full(xp)} XP`,

  card: {
    title: '排名卡',
    label: (name) => `${name} 的排名卡`,
    xpOf: (xp, next) => `${compact(xp)} / ${compact(next)} XP`,
    toNext: (xp, level) => `距等級 ${full(level)} 還差 ${compact(xp)} XP`,
    top: '最高等級',
    rank: '排名',
    of: (total) => `共 ${compact(total)} 人`,
    none: '尚無',
    streak: '連續紀錄',
    days: (days) => `${full(days)} 天`,
  },

  board: {
    title: '排行榜',
    boards: { newcomers: '新成員', climbers: '上升最快' },
    windows: { all: '全部時間', day: '今天', week: '本週', month: '本月' },
    tabs: { all: '全部', day: '日', week: '週', month: '月' },
    rank: '排名',
    member: '成員',
    xp: 'XP',
    total: (members) => `${compact(members)} 位成員`,
  },

  rewards: {
    title: '獎勵',
    count: (reached, total) => `已解鎖 ${full(reached)}/${full(total)}`,
    total: (total) => `${full(total)} 個獎勵`,
    toGo: (xp) => `還差 ${compact(xp)} XP`,
  },
});

export const more = ({ full, relative, soon }: LateFormat): MoreMessages => ({
  retry: '重試',
  sentence: (text) => `${text}。`,

  live: '即時',
  updated: (at) => `更新於：${relative(at)}`,
  reconnecting: '重新連線中',
  offline: (at) => `已離線。上次更新：${relative(at)}。`,
  stale: (at) => `無法重新整理。上次更新：${relative(at)}。`,

  problems: {
    'no-community': ['尚未選擇社群', '請在「community」屬性中填寫。'],
    'bad-address': ['API 位址無法使用', '請檢查「api」屬性。'],
    'unknown-community': ['找不到這個社群', '請檢查它的 ID，或在第一則訊息出現後再來。'],
    'unknown-member': ['這位成員還沒有卡片', '傳送第一則訊息後就會出現。'],
    unauthenticated: ['你尚未登入', '登入後即可查看。'],
    forbidden: ['僅限成員', '加入社群後即可查看。'],
    'rate-limited': ['請求太多', '請稍等一下再試。'],
    unreachable: ['伺服器沒有回應', '請檢查網路連線後重試。'],
    failed: ['無法載入', '請稍等一下再試。'],
  },

  empty: {
    'wee5-leaderboard': ['排行榜上還沒有人', '到聊天室打個招呼吧。'],
    'wee5-reward-list': ['還沒有獎勵', '每個等級的獎勵會顯示在這裡。'],
    'wee5-activity': ['這裡還沒有內容', '到聊天室打個招呼吧，你獲得的 XP 會顯示在這裡。'],
  },

  card: {
    active: (at) => `最近活躍：${relative(at)}`,
    now: '你現在可以獲得 XP',
    wait: (seconds) => `${soon(seconds)}可再次獲得 XP`,
    waits: {
      chat: (seconds) => `聊天${soon(seconds)}可得 XP`,
      reply: (seconds) => `回覆${soon(seconds)}可得 XP`,
      reaction: (seconds) => `回應${soon(seconds)}可得 XP`,
      lesson: (seconds) => `課程${soon(seconds)}可得 XP`,
    },
    gained: (xp) => `+${full(xp)}`,
    earnBy: (time) => `截至 ${time}`,
    keepStreak: (time) => `在 ${time} 之前獲得 XP，即可保持連續紀錄`,
    frozen: (days) => `已保護 ${full(days)} 天`,
    freezes: (count) => `還剩 ${full(count)} 次保護`,
    kept: '今天已完成',
    badges: '徽章',
    moreBadges: (count) => `+${full(count)}`,
  },

  board: {
    you: '你',
    showMore: '顯示更多',
    aroundYou: '你的附近',
    top: '回到榜首',
    added: (members) => `再顯示 ${full(members)} 位成員`,
    notAdded: '無法載入更多成員',
    ends: (soonText) => `${soonText}結束`,
  },

  moves: {
    youMoved: (rank, up) => `你${up ? '升至' : '降至'}第 ${full(rank)} 名`,
    memberMoved: (name, rank) => `${name} 升至第 ${full(rank)} 名`,
    up: (places) => `上升 ${full(places)} 名`,
    down: (places) => `下降 ${full(places)} 名`,
    reached: (level) => `已達到等級 ${full(level)}`,
    youReached: (level) => `你已達到等級 ${full(level)}`,
    unlocked: (name) => `你解鎖了 ${name}`,
    fresh: '剛剛解鎖',
  },

  toast: {
    close: '關閉',
    jump: (from, to) => `等級 ${full(from)} → ${full(to)}`,
    unlocked: (rewards) => `你解鎖了 ${full(rewards)} 個獎勵`,
  },

  rewards: {
    progress: (name) => `${name} 的進度`,
    showAll: (total) => `顯示全部 ${full(total)} 個`,
    showFewer: '收合',
    states: {
      locked: '未解鎖',
      unlocked: '已解鎖',
      claimed: '已領取',
      fulfilling: '發放中',
      fulfilled: '已發放',
      failed: '確認中',
      unknown: '確認中',
      expired: '已過期',
      revoked: '已撤回',
    },
  },

  claim: {
    claim: '領取',
    claiming: '領取中',
    checking: '確認中',
    checkAgain: '再次確認',
    done: (name) => `你領取了 ${name}`,
    unlockedOn: (date) => `解鎖於 ${date}`,
    claimedOn: (date) => `領取於 ${date}`,
    role: (name) => `你將獲得身分組「${name}」。`,
    open: (host) => `開啟 ${host}`,
    newTab: '在新分頁中開啟',
    copy: '複製',
    copied: '已複製',
    notCopied: '此頁面無法複製。代碼已選取，請手動複製。',
    about: {
      fulfilling: '正在發放給你，不需要任何操作。',
      failed: '發放沒有成功。如果一直如此，請聯絡社群團隊。',
      unknown: '不確定是否已送達。如果沒有收到，請聯絡社群團隊。',
      expired: '已過期，無法再使用。',
      revoked: '社群已將其收回。',
    },
    problems: {
      elsewhere: ['你已經領取過了', '是在其他頁面或裝置上領取的。'],
      notNow: ['現在無法領取', '請稍等一下再試。'],
      withdrawn: ['這個獎勵已不再發放', '沒有領取任何獎勵。'],
      signedOut: ['你已登出', '請登入後再次領取。'],
      forbidden: ['僅限成員', '請加入社群後再次領取。'],
      limited: (seconds) => ['請求太多', `請${seconds ? soon(seconds) : '稍後'}再次領取。`],
      refused: ['無法領取', '請重新載入頁面後再試。'],
      unanswered: ['伺服器沒有回應', '沒有領取任何獎勵。請再試一次。'],
      unsure: ['伺服器沒有回應', '不確定是否已領取，請再次確認。'],
    },
  },

  activity: {
    title: '動態',
    showMore: '顯示更多',
    showingMore: '載入中',
    notShown: ['無法載入更多', '請稍等一下再試。'],
    shown: (entries) => `再顯示 ${full(entries)} 筆`,
    total: (xp) => `共 ${full(xp)} XP`,
    sources: {
      chat: '聊天訊息',
      reply: '回覆',
      reaction: '回應',
      reaction_received: '收到的回應',
      lesson: '課程',
      membership: '會員資格',
      payment: '付款',
      given: '社群給予',
      taken: '社群扣除',
      takenBack: '已收回',
      givenBack: '已返還',
      reset: '歸零',
      resetUndone: '取消歸零',
    },
    none: (why) => `沒有 XP：${why}`,
    clipped: (xp, of, why) => `${of} 中的 ${full(xp)}：${why}`,
    range: (min, max) => `從 ${full(min)} 到 ${full(max)} 隨機`,
    repeat: (count, received) =>
      received ? `來自同一成員的第 ${full(count)} 次回應` : `對同一成員的第 ${full(count)} 次回應`,
    joined: (parts) => parts.join('，'),
    part: (percent) => `其中的 ${full(percent)}%`,
    because: { refund: '退款', dispute: '有爭議的付款', deactivation: '會員資格已結束' },
    why: {
      cooldown: (time) => (time ? `${time}後可再次獲得` : '剛才已經獲得過'),
      cap: {
        source: {
          day: (xp) => `這項每天最多 ${full(xp)} XP`,
          week: (xp) => `這項每週最多 ${full(xp)} XP`,
        },
        all: {
          day: (xp) => `每天最多 ${full(xp)} XP`,
          week: (xp) => `每週最多 ${full(xp)} XP`,
        },
      },
      bank: '你最近從中獲得了很多，會隨時間恢復',
      'source-off': '這項在這裡不計 XP',
      'too-short': (characters) => (characters ? `少於 ${full(characters)} 個字元` : '太短'),
      'no-xp-experience': '這個地方不計 XP',
      'no-xp-member': '你在這裡不計 XP',
    },
  },
});
