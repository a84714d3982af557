import type { Messages } from './en.ts';
import type { MoreMessages } from './en-more.ts';
import type { Format } from './format.ts';
import type { LateFormat } from './late-format.ts';

export const messages = ({ full, compact }: Format): Messages => ({
  loading: '読み込み中',
  failed: '読み込めませんでした。しばらくしてからもう一度お試しください。',
  member: 'メンバー',

  level: 'レベル',
  levelNumber: (level) => `レベル ${full(level)}`,
  xp: (xp) => `${compact(xp)} XP`,
  xpInFull: (xp) => `${full(xp)} XP`,

  card: {
    title: 'ランクカード',
    label: (name) => `${name} さんのランクカード`,
    xpOf: (xp, next) => `${compact(xp)} / ${compact(next)} XP`,
    toNext: (xp, level) => `レベル ${full(level)} まで ${compact(xp)} XP`,
    top: '最高レベル',
    rank: '順位',
    of: (total) => `${compact(total)} 人中`,
    none: 'まだありません',
    streak: '連続記録',
    days: (days) => `${full(days)} 日`,
  },

  board: {
    title: 'ランキング',
    boards: { newcomers: '新メンバー', climbers: '急上昇' },
    windows: { all: '全期間', day: '今日', week: '今週', month: '今月' },
    tabs: { all: '全期間', day: '日', week: '週', month: '月' },
    rank: '順位',
    member: 'メンバー',
    xp: 'XP',
    total: (members) => `メンバー ${compact(members)} 人`,
  },

  rewards: {
    title: 'リワード',
    count: (reached, total) => `${full(total)} 個中 ${full(reached)} 個を獲得`,
    total: (total) => `リワード ${full(total)} 個`,
    toGo: (xp) => `あと ${compact(xp)} XP`,
  },
});

export const more = ({ full, relative, soon }: LateFormat): MoreMessages => ({
  retry: 'もう一度試す',
  sentence: (text) => `${text}。`,

  live: 'ライブ',
  updated: (at) => `更新: ${relative(at)}`,
  reconnecting: '再接続中',
  offline: (at) => `オフラインです。最終更新: ${relative(at)}。`,
  stale: (at) => `更新できませんでした。最終更新: ${relative(at)}。`,

  problems: {
    'no-community': ['コミュニティが指定されていません', '「community」属性で指定してください。'],
    'bad-address': ['API のアドレスを使用できません', '「api」属性を確認してください。'],
    'unknown-community': [
      'このコミュニティは見つかりません',
      'ID を確認するか、最初のメッセージの後にもう一度ご覧ください。',
    ],
    'unknown-member': ['このメンバーのカードはまだありません', '最初のメッセージを送ると表示されます。'],
    unauthenticated: ['ログインしていません', 'ログインすると表示されます。'],
    forbidden: ['メンバー専用です', 'コミュニティに参加すると表示されます。'],
    'rate-limited': ['リクエストが多すぎます', '少し待ってからもう一度お試しください。'],
    unreachable: ['サーバーが応答しません', '接続を確認してもう一度お試しください。'],
    failed: ['読み込めませんでした', '少し待ってからもう一度お試しください。'],
  },

  empty: {
    'wee5-leaderboard': ['ランキングにはまだ誰もいません', 'チャットで挨拶してみましょう。'],
    'wee5-reward-list': ['リワードはまだありません', 'レベルごとのリワードがここに表示されます。'],
    'wee5-activity': [
      'まだ何もありません',
      'チャットで挨拶してみましょう。獲得した XP がここに表示されます。',
    ],
  },

  card: {
    active: (at) => `最終アクティブ: ${relative(at)}`,
    now: '今 XP を獲得できます',
    wait: (seconds) => `${soon(seconds)}にまた XP を獲得できます`,
    waits: {
      chat: (seconds) => `チャットの XP は${soon(seconds)}`,
      reply: (seconds) => `返信の XP は${soon(seconds)}`,
      reaction: (seconds) => `リアクションの XP は${soon(seconds)}`,
      lesson: (seconds) => `レッスンの XP は${soon(seconds)}`,
    },
    gained: (xp) => `+${full(xp)}`,
    earnBy: (time) => `${time} まで`,
    keepStreak: (time) => `${time} までに XP を獲得すると連続記録が続きます`,
    frozen: (days) => `${full(days)} 日間フリーズ中`,
    freezes: (count) => `フリーズ残り ${full(count)} 回`,
    kept: '今日は達成済み',
    badges: 'バッジ',
    moreBadges: (count) => `+${full(count)}`,
  },

  board: {
    you: 'あなた',
    showMore: 'もっと見る',
    aroundYou: '自分の周辺',
    top: 'トップへ',
    added: (members) => `さらに ${full(members)} 人のメンバー`,
    notAdded: 'ほかのメンバーを読み込めませんでした',
    ends: (soonText) => `${soonText}に終了`,
  },

  moves: {
    youMoved: (rank, up) => `${full(rank)} 位に${up ? '上がりました' : '下がりました'}`,
    memberMoved: (name, rank) => `${name} さんが ${full(rank)} 位に上がりました`,
    up: (places) => `${full(places)} つ上昇`,
    down: (places) => `${full(places)} つ下降`,
    reached: (level) => `レベル ${full(level)} に到達`,
    youReached: (level) => `レベル ${full(level)} になりました`,
    unlocked: (name) => `${name} を獲得しました`,
    fresh: '獲得したばかり',
  },

  toast: {
    close: '閉じる',
    jump: (from, to) => `レベル ${full(from)} → ${full(to)}`,
    unlocked: (rewards) => `リワードを ${full(rewards)} 個獲得しました`,
  },

  rewards: {
    progress: (name) => `${name} までの進み具合`,
    showAll: (total) => `${full(total)} 個すべて表示`,
    showFewer: '表示を減らす',
    states: {
      locked: '未獲得',
      unlocked: '獲得済み',
      claimed: '受取済み',
      fulfilling: '手配中',
      fulfilled: 'お渡し済み',
      failed: '確認中',
      unknown: '確認中',
      expired: '期限切れ',
      revoked: '取り消し',
    },
  },

  claim: {
    claim: '受け取る',
    claiming: '受け取り中',
    checking: '確認中',
    checkAgain: 'もう一度確認',
    done: (name) => `${name} を受け取りました`,
    unlockedOn: (date) => `獲得日: ${date}`,
    claimedOn: (date) => `受取日: ${date}`,
    role: (name) => `ロール「${name}」が付与されます。`,
    open: (host) => `${host} を開く`,
    newTab: '新しいタブで開きます',
    copy: 'コピー',
    copied: 'コピーしました',
    notCopied: 'このページではコピーできません。コードは選択済みです。ご自身でコピーしてください。',
    about: {
      fulfilling: 'お届けの手配中です。何もする必要はありません。',
      failed: 'お渡しできませんでした。この状態が続く場合は、コミュニティのチームにお尋ねください。',
      unknown: '届いたかどうか確認できません。届いていない場合は、コミュニティのチームにお尋ねください。',
      expired: '期限が過ぎたため、使用できません。',
      revoked: 'コミュニティが取り消しました。',
    },
    problems: {
      elsewhere: ['すでに受け取り済みです', '別のページまたは端末で受け取られました。'],
      notNow: ['今は受け取れません', '少し待ってからもう一度お試しください。'],
      withdrawn: ['このリワードは終了しました', '何も受け取られていません。'],
      signedOut: ['ログアウトしています', 'ログインしてからもう一度受け取ってください。'],
      forbidden: ['メンバー専用です', 'コミュニティに参加してからもう一度受け取ってください。'],
      limited: (seconds) => [
        'リクエストが多すぎます',
        `${seconds ? soon(seconds) : '少し後'}にもう一度受け取ってください。`,
      ],
      refused: ['受け取れませんでした', 'ページを再読み込みしてもう一度お試しください。'],
      unanswered: ['サーバーが応答しませんでした', '何も受け取られていません。もう一度お試しください。'],
      unsure: ['サーバーが応答しませんでした', '受け取れたか確認できません。もう一度確認してください。'],
    },
  },

  activity: {
    title: 'アクティビティ',
    showMore: 'もっと見る',
    showingMore: '読み込み中',
    notShown: ['続きを読み込めませんでした', '少し待ってからもう一度お試しください。'],
    shown: (entries) => `さらに ${full(entries)} 件`,
    total: (xp) => `合計 ${full(xp)} XP`,
    sources: {
      chat: 'チャットメッセージ',
      reply: '返信',
      reaction: 'リアクション',
      reaction_received: 'もらったリアクション',
      lesson: 'レッスン',
      membership: 'メンバーシップ',
      payment: '支払い',
      given: 'コミュニティから付与',
      taken: 'コミュニティが減点',
      takenBack: '取り消し',
      givenBack: '返却',
      reset: 'リセット',
      resetUndone: 'リセットの取り消し',
    },
    none: (why) => `XP なし: ${why}`,
    clipped: (xp, of, why) => `${of} のうち ${full(xp)}: ${why}`,
    range: (min, max) => `${full(min)}～${full(max)} から抽選`,
    repeat: (count, received) => `同じメンバー${received ? 'から' : 'へ'} ${full(count)} 回目のリアクション`,
    joined: (parts) => parts.join('、'),
    part: (percent) => `そのうち ${full(percent)}%`,
    because: { refund: '返金', dispute: '異議のあった支払い', deactivation: 'メンバーシップ終了' },
    why: {
      cooldown: (time) => (time ? `${time}後にまた獲得できます` : '少し前に獲得したばかりでした'),
      cap: {
        source: {
          day: (xp) => `これで獲得できるのは 1 日 ${full(xp)} XP まで`,
          week: (xp) => `これで獲得できるのは 1 週間 ${full(xp)} XP まで`,
        },
        all: {
          day: (xp) => `獲得できるのは 1 日 ${full(xp)} XP まで`,
          week: (xp) => `獲得できるのは 1 週間 ${full(xp)} XP まで`,
        },
      },
      bank: '最近これで多く獲得したため、時間とともに回復します',
      'source-off': 'ここでは XP の対象外です',
      'too-short': (characters) => (characters ? `${full(characters)} 文字より短いため` : '短すぎるため'),
      'no-xp-experience': 'この場所では獲得できません',
      'no-xp-member': 'あなたはここでは獲得できません',
    },
  },
});
