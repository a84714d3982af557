import type { Messages } from './en.ts';
import type { MoreMessages } from './en-more.ts';
import type { Format } from './format.ts';
import type { LateFormat } from './late-format.ts';

export const messages = ({ full, compact }: Format): Messages => ({
  loading: '正在加载',
  failed: '无法加载。请稍后再试。',
  member: '成员',

  level: '等级',
  levelNumber: (level) => `等级 ${full(level)}`,
  xp: (xp) => `${compact(xp)} XP`,
  xpInFull: (xp) => `${full(xp)} XP`,

  card: {
    title: '排名卡',
    label: (name) => `${name} 的排名卡`,
    xpOf: (xp, next) => `${compact(xp)} / ${compact(next)} XP`,
    toNext: (xp, level) => `距等级 ${full(level)} 还差 ${compact(xp)} XP`,
    top: '最高等级',
    rank: '排名',
    of: (total) => `共 ${compact(total)} 人`,
    none: '暂无',
    streak: '连续记录',
    days: (days) => `${full(days)} 天`,
  },

  board: {
    title: '排行榜',
    boards: { newcomers: '新成员', climbers: '上升最快' },
    windows: { all: '全部时间', day: '今天', week: '本周', month: '本月' },
    tabs: { all: '全部', day: '日', week: '周', month: '月' },
    rank: '排名',
    member: '成员',
    xp: 'XP',
    total: (members) => `${compact(members)} 位成员`,
  },

  rewards: {
    title: '奖励',
    count: (reached, total) => `已解锁 ${full(reached)}/${full(total)}`,
    total: (total) => `${full(total)} 个奖励`,
    toGo: (xp) => `还差 ${compact(xp)} XP`,
  },
});

export const more = ({ full, relative, soon }: LateFormat): MoreMessages => ({
  retry: '重试',
  sentence: (text) => `${text}。`,

  live: '实时',
  updated: (at) => `更新于：${relative(at)}`,
  reconnecting: '正在重新连接',
  offline: (at) => `已离线。上次更新：${relative(at)}。`,
  stale: (at) => `无法刷新。上次更新：${relative(at)}。`,

  problems: {
    'no-community': ['未选择社区', '请在“community”属性中填写。'],
    'bad-address': ['API 地址不可用', '请检查“api”属性。'],
    'unknown-community': ['找不到这个社区', '请检查它的 ID，或在第一条消息出现后再来。'],
    'unknown-member': ['这位成员还没有卡片', '发出第一条消息后就会出现。'],
    unauthenticated: ['你还没有登录', '登录后即可查看。'],
    forbidden: ['仅限成员', '加入社区后即可查看。'],
    'rate-limited': ['请求太多', '请稍等片刻再试。'],
    unreachable: ['服务器没有响应', '请检查网络连接后重试。'],
    failed: ['无法加载', '请稍等片刻再试。'],
  },

  empty: {
    'wee5-leaderboard': ['排行榜上还没有人', '去聊天里打个招呼吧。'],
    'wee5-reward-list': ['还没有奖励', '每个等级的奖励会显示在这里。'],
    'wee5-activity': ['这里还没有内容', '去聊天里打个招呼吧，你获得的 XP 会显示在这里。'],
  },

  card: {
    active: (at) => `最近活跃：${relative(at)}`,
    now: '你现在可以获得 XP',
    wait: (seconds) => `${soon(seconds)}可再次获得 XP`,
    waits: {
      chat: (seconds) => `聊天${soon(seconds)}可得 XP`,
      reply: (seconds) => `回复${soon(seconds)}可得 XP`,
      reaction: (seconds) => `回应${soon(seconds)}可得 XP`,
      lesson: (seconds) => `课程${soon(seconds)}可得 XP`,
    },
    gained: (xp) => `+${full(xp)}`,
    earnBy: (time) => `截至 ${time}`,
    keepStreak: (time) => `在 ${time} 之前获得 XP，即可保持连续记录`,
    frozen: (days) => `已保护 ${full(days)} 天`,
    freezes: (count) => `还剩 ${full(count)} 次保护`,
    kept: '今天已完成',
    badges: '徽章',
    moreBadges: (count) => `+${full(count)}`,
  },

  board: {
    you: '你',
    showMore: '显示更多',
    aroundYou: '你的附近',
    top: '回到榜首',
    added: (members) => `又显示 ${full(members)} 位成员`,
    notAdded: '无法加载更多成员',
    ends: (soonText) => `${soonText}结束`,
  },

  moves: {
    youMoved: (rank, up) => `你${up ? '升至' : '降至'}第 ${full(rank)} 名`,
    memberMoved: (name, rank) => `${name} 升至第 ${full(rank)} 名`,
    up: (places) => `上升 ${full(places)} 名`,
    down: (places) => `下降 ${full(places)} 名`,
    reached: (level) => `已达到等级 ${full(level)}`,
    youReached: (level) => `你已达到等级 ${full(level)}`,
    unlocked: (name) => `你解锁了 ${name}`,
    fresh: '刚刚解锁',
  },

  toast: {
    close: '关闭',
    jump: (from, to) => `等级 ${full(from)} → ${full(to)}`,
    unlocked: (rewards) => `你解锁了 ${full(rewards)} 个奖励`,
  },

  rewards: {
    progress: (name) => `${name} 的进度`,
    showAll: (total) => `显示全部 ${full(total)} 个`,
    showFewer: '收起',
    states: {
      locked: '未解锁',
      unlocked: '已解锁',
      claimed: '已领取',
      fulfilling: '发放中',
      fulfilled: '已发放',
      failed: '核查中',
      unknown: '核查中',
      expired: '已过期',
      revoked: '已撤回',
    },
  },

  claim: {
    claim: '领取',
    claiming: '正在领取',
    checking: '正在确认',
    checkAgain: '再次确认',
    done: (name) => `你领取了 ${name}`,
    unlockedOn: (date) => `解锁于 ${date}`,
    claimedOn: (date) => `领取于 ${date}`,
    role: (name) => `你将获得身份组“${name}”。`,
    open: (host) => `打开 ${host}`,
    newTab: '在新标签页中打开',
    copy: '复制',
    copied: '已复制',
    notCopied: '此页面无法复制。代码已选中，请手动复制。',
    about: {
      fulfilling: '正在发放给你，无需任何操作。',
      failed: '发放没有成功。如果一直如此，请联系社区团队。',
      unknown: '不确定是否已送达。如果没有收到，请联系社区团队。',
      expired: '已过期，无法再使用。',
      revoked: '社区已将其收回。',
    },
    problems: {
      elsewhere: ['你已经领取过了', '是在其他页面或设备上领取的。'],
      notNow: ['现在无法领取', '请稍等片刻再试。'],
      withdrawn: ['这个奖励已不再发放', '没有领取任何奖励。'],
      signedOut: ['你已退出登录', '请登录后再次领取。'],
      forbidden: ['仅限成员', '请加入社区后再次领取。'],
      limited: (seconds) => ['请求太多', `请${seconds ? soon(seconds) : '稍后'}再次领取。`],
      refused: ['无法领取', '请刷新页面后重试。'],
      unanswered: ['服务器没有响应', '没有领取任何奖励。请重试。'],
      unsure: ['服务器没有响应', '不确定是否已领取，请再次确认。'],
    },
  },

  activity: {
    title: '动态',
    showMore: '显示更多',
    showingMore: '正在加载',
    notShown: ['无法加载更多', '请稍等片刻再试。'],
    shown: (entries) => `又显示 ${full(entries)} 条`,
    total: (xp) => `共 ${full(xp)} XP`,
    sources: {
      chat: '聊天消息',
      reply: '回复',
      reaction: '回应',
      reaction_received: '收到的回应',
      lesson: '课程',
      membership: '会员资格',
      payment: '付款',
      given: '社区给予',
      taken: '社区扣除',
      takenBack: '已收回',
      givenBack: '已返还',
      reset: '清零',
      resetUndone: '撤销清零',
    },
    none: (why) => `没有 XP：${why}`,
    clipped: (xp, of, why) => `${of} 中的 ${full(xp)}：${why}`,
    range: (min, max) => `从 ${full(min)} 到 ${full(max)} 随机`,
    repeat: (count, received) =>
      received ? `来自同一成员的第 ${full(count)} 次回应` : `对同一成员的第 ${full(count)} 次回应`,
    joined: (parts) => parts.join('，'),
    part: (percent) => `其中的 ${full(percent)}%`,
    because: { refund: '退款', dispute: '有争议的付款', deactivation: '会员资格已结束' },
    why: {
      cooldown: (time) => (time ? `${time}后可再次获得` : '刚才已经获得过'),
      cap: {
        source: {
          day: (xp) => `这项每天最多 ${full(xp)} XP`,
          week: (xp) => `这项每周最多 ${full(xp)} XP`,
        },
        all: {
          day: (xp) => `每天最多 ${full(xp)} XP`,
          week: (xp) => `每周最多 ${full(xp)} XP`,
        },
      },
      bank: '你最近从中获得了很多，会随时间恢复',
      'source-off': '这项在这里不计 XP',
      'too-short': (characters) => (characters ? `少于 ${full(characters)} 个字符` : '太短'),
      'no-xp-experience': '这个地方不计 XP',
      'no-xp-member': '你在这里不计 XP',
    },
  },
});
