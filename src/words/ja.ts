// 各ページの文言（日本語）。

import type { Words } from './en.js';
import { formatsOf } from './formats.js';
import { joined, say } from './say.js';

const formats = formatsOf('ja-JP');
const { counted, number } = formats;
const quoted = (text: string) => `「${text}」`;
const listed = (texts: readonly string[]) => texts.map(quoted).join('');
const issueNumber = (n: number) => `第${n}号`;
const issues = counted({ other: '#号' });
const sections = counted({ other: '#件' });
const concepts = counted({ other: '#項目' });

export const ja: Words = {
  ...formats,
  code: 'ja',
  direction: 'ltr',
  quoted,
  comma: '、',
  joined: (pieces) => joined(pieces, '、'),
  undated: '日付なし',
  issueNumber,
  issues,
  sections,
  concepts,

  frame: {
    skip: '本文へ移動',
    navigation: 'メインメニュー',
    concepts: '索引',
    map: 'マップ',
    issues: 'バックナンバー',
    colophon: (home, json) =>
      say`${home}の索引はBackmatterで作成しています。すべての内容は${json}でも取得できます。`,
    json: 'JSON',
    search: '検索',
    searchAll: '全号から検索',
    language: '言語',
  },

  paging: {
    label: 'ページ',
    previous: '← 前へ',
    next: '次へ →',
    page: (n) => `${n}ページ`,
    here: (from, to) => `${number(from)}～${number(to)}件目を表示`,
  },

  home: {
    description: (n, site) => `${site}の全${issues(n)}を検索し、概念ごとにたどれます。`,
    subtitle: (n, from, to) =>
      `全${issues(n)}の索引${from === null ? '' : `（${from === to ? `${from}年` : `${from}～${to}年`}）`}`,
    empty: 'まだ読めるものがありません',
    begin:
      'このアーカイブにはまだ号がありません。1号につき1つのMarkdownファイルを、フォルダーに置いてください。',
    example: '---\ntitle: 最初の便り\ndate: 2024-01-15\n---\n\n読者の皆さまへ…',
    check: (check) => say`そのあと起動し直してください。読み取りの結果は${check}で確認できます。`,
    index: '索引から',
    wholeIndex: (n) => `索引のすべて（${concepts(n)}）`,
    latest: '最新号',
    all: (all, n, years) =>
      say`${all(`全${issues(n)}の一覧`)}${years.length > 1 && say`、または年別：${joined(years, '、')}`}`,
  },

  conceptsPage: {
    title: '概念の索引',
    description: (n, site) => `${site}の索引。${concepts(n)}と、それぞれを扱う号の一覧です。`,
    subtitle: (n, numbered, map) =>
      say`${concepts(n)}。${numbered ? '数字は、その概念を扱う号の番号です。' : '年は、その概念を扱う号が出た年です。'}${map('マップで見る')}`,
    none: (folder) =>
      say`まだ概念がありません。アーカイブの${folder}フォルダーに概念ごとのファイルを作ると、その概念を扱う箇所がここに並びます。`,
    unlisted: counted({
      other: '用語集のうち#件の概念は、どの号でも扱われず説明もないため、ここには載せていません。',
    }),
    letters: '頭文字',
    filter: '名前で絞り込む',
    filterNow: '絞り込む',
    noneSo: (q, all) => say`${quoted(q)}を含む名前はありません。${all('索引のすべてを見る')}`,
    see: (name, concept) => say`${name} ${{ aside: '→' }} ${concept}`,
    seeAlso: '関連：',
    more: (n) => `ほか${number(n)}`,
    allOn: (label) => `${quoted(label)}を扱うすべての号`,
    issue: (n, title) => `${issueNumber(n)} ${title}`,
    years: (years) => `${years}年の号での記述`,
  },

  concept: {
    kicker: '概念',
    discovered: 'Backmatterがアーカイブから見つけたもの',
    also: '別名：',
    asof: (asof, now) =>
      say`${formats.monthOrDay(asof)}末時点のアーカイブです。それ以降の号は表示も集計もしていません。${now('現在の内容を見る')}`,
    definedIn: (issue) => say`${issue('この説明のある号')}からの引用`,
    evidence: '見つかった箇所',
    path: 'まず読むなら',
    steps: {
      'defines it': '定義している',
      'first to treat it': '最初に扱った',
      'most about it': '最も詳しい',
      'says something else': '別の面を述べる',
      latest: '最も新しい',
    },
    passages: '各号の記述',
    none: (then, search) =>
      say`${then ? 'この時点までに、この概念を扱った号は' : 'この概念を扱う号は'}（別名を含めて）ありません。${search('言葉で検索する')}`,
    sectionsOf: (n, of) => `${issues(of)}に${sections(n)}`,
    within: 'この中を検索',
    order: '並び順',
    sorts: { relevance: '詳しい順', newest: '新しい順', oldest: '古い順' },
    onward: '全文を読む',
    about: 'この概念について',
    unlinked: 'リンクのない言及',
    unlinkedSays:
      '見出し、コード、引用された題名の中だけに名前が出てくるため、リンクを付けていない箇所です。',
    broader: '上位の概念',
    narrower: '下位の概念',
    seeAlso: '関連項目',
  },

  time: {
    title: '年代による推移',
    quarter: (year, n) => `${year}年第${n}四半期`,
    figures: '発行された号に占める割合（数値）',
    period: '期間',
    issues: '扱う号',
    of: '全体',
    share: '割合',
    bar: (period, n, of) => `${period}：${number(of)}号中${number(n)}号`,
    first: '初出',
    latest: '最新',
    firstDefined: '最初の定義',
    silence: '最長の空白',
    silent: (days, from, to) => say`${number(days)}日間（${from}から${to}まで）`,
    burst: '集中した時期',
    burstOf: (n, of, from, to) => say`${issues(of)}中${issues(n)}（${from}から${to}まで）`,
    thenAndNow: '以前と今',
    then: '以前',
    now: '今',
    left: (words) => `使われなくなった言葉：${words.join('、')}`,
    entered: (words) => `使われるようになった言葉：${words.join('、')}`,
    changes: '見解の変化',
    takesBack: (by, byNumber, of, ofNumber) =>
      say`${by}${inBrackets(byNumber)}は、${of}${inBrackets(ofNumber)}を撤回すると明記しています。`,
    candidates:
      '表現から見て、以前の見解を改めた可能性のある箇所です。実際にそうかどうかは読んでご判断ください。',
  },

  issue: {
    marked: (q, plain) => say`${q}の語に印を付けています。${plain('印なしで表示')}`,
    takenBack: (n, issue, day) =>
      say`この号の内容は${numbered(n)}${issue}${day && say`（${day}）`}で撤回されています。`,
    takesBack: (n, issue, day) =>
      say`この号は${numbered(n)}${issue}${day && say`（${day}）`}を撤回しています。`,
    takesBackNamed: (names) => `撤回の対象：${names.join('、')}`,
    contents: '目次',
    linkTo: (heading) => `${quoted(heading)}へのリンク`,
    concepts: 'この号で扱う概念',
    related: '関連する箇所',
    near: (section, reasons) => say`${section}に近い：${reasons.join('；')}`,
    original: '初出のページで読む',
    neighbours: '前後の号',
    before: '前の号',
    after: '次の号',
  },

  issuesPage: {
    title: 'バックナンバー',
    ofYear: (year) => `${year}年の号`,
    years: '年',
    months: '月別の号数',
    all: 'すべて',
    none: (year) => (year === null ? '号がありません。' : `${year}年の号はありません。`),
    undated: '日付なし',
  },

  map: {
    title: '概念マップ',
    description: (site) => `${site}の概念どうしのつながり。`,
    none: 'まだ概念がないため、描くものがありません。',
    subtitle: (n, total, all, asList) =>
      say`${total > n ? say`${all(`全${concepts(total)}`)}のうち${concepts(n)}` : concepts(total)}。円が大きいほど多くの号で扱われ、線は最も近い概念を結びます。${asList('一覧')}では理由も示します。`,
    node: (label, n) => `${label}（${issues(n)}）`,
    list: '一覧で見る',
    tools: 'マップの操作',
    find: 'マップ内を検索',
    closer: '拡大',
    farther: '縮小',
    whole: '全体を表示',
  },

  search: {
    title: '検索',
    count: (n, here, q) =>
      say`${q && say`${q}：`}${n === 0 ? '該当なし' : `${number(n)}件`}${here && `（${here}）`}`,
    literally: (link) => say`${link('入力した語のまま検索する')}`,
    didYouMean: (question, n) => say`もしかして：${question}（${number(n)}件）`,
    filters: '絞り込み',
    without: (filter) => `${filter}の絞り込みを外す：`,
    filterNames: {
      concept: '概念',
      year: '年',
      publication: '媒体',
      author: '著者',
      language: '言語',
    },
    withoutAny: 'すべての絞り込みを外す',
    elsewhere: 'ほかの探し方',
    nearby: (concepts) => say`名前の似た概念：${joined(concepts, '、')}`,
    dropped: (search, filter, value) =>
      say`${search(`${filter}${quoted(value)}の絞り込みを外して検索する`)}`,
    unfiltered: (search) => say`${search('絞り込みを外して検索する')}`,
    beyond: (last) => say`検索結果はこのページより前で終わっています。${last('最後のページへ')}`,
    fewer: '言葉を減らすか、別の言葉でお試しください。最後の言葉は途中まででもかまいません。',
    browse: (index, byYear) =>
      say`${index('概念の索引')}や${byYear('年別のバックナンバー')}からも探せます。`,
    order: '並び順',
    sorts: { relevance: '関連の強い順', newest: '新しい順', oldest: '古い順' },
    more: (n) => `この号にあと${number(n)}件`,
    narrow: '結果を絞り込む',
    facets: {
      concept: '概念',
      year: '年',
      publication: '媒体',
      author: '著者',
      language: '言語',
    },
    about: '概念：',
    why: '見つかった理由',
    matches: (term, match, places) =>
      `${places.join('と')}で${quoted(term)}に${match}一致しました。`,
    ways: {
      exact: '',
      stem: '語幹で',
      prefix: '語頭で',
      synonym: '別名で',
      fuzzy: '似たつづりで',
      phrase: '語句として',
    },
    places: {
      heading: '見出し',
      trail: '上位の見出し',
      concepts: '概念の名前',
      text: '本文',
    },
    corrected: (from, to) => `${quoted(from)}はアーカイブにないため、${quoted(to)}で検索しました。`,
    ignored: (words) => `${listed(words)}は検索に使っていません。`,
    unmatched: (words) => `${listed(words)}に一致するものはありません。`,
    someWords: 'すべての言葉を含む箇所が少ないため、一部を含む箇所も表示しています。',
  },

  suggestions: {
    label: '候補',
    narrow: '条件で絞り込む',
    operators: {
      concept: '概念を扱う箇所',
      year: '発行年・月、または 2023..2024',
      before: '指定した年や日より前の号',
      after: '指定した年や日より後の号',
      author: '著者',
      publication: 'ニュースレター名',
      lang: '言語',
      in: '見出しなど、語のある場所',
    },
    concepts: '概念',
    headings: '見出し',
    passages: '本文の箇所',
    all: (n) => (n === 0 ? '見つかりません' : `全${sections(n)}を見る`),
    recent: '最近の検索',
    forget: '履歴を消す',
  },

  preview: {
    counts: (inSections, inIssues) => `${issues(inIssues)}の${number(inSections)}か所で言及`,
  },

  notes: {
    tooLong: (n) => `最初の${number(n)}文字だけを読み取りました。`,
    tooDeep: (n) => `${number(n)}段より深いかっこは読み取っていません。`,
    tooManyWords: (n) => `珍しい順に${number(n)}語だけで検索しました。`,
    tooMuchWork: '一度に調べる量が多すぎたため、一部だけを調べました。',
    quotesApart: '引用符の中の言葉が続けて現れる箇所がないため、1語ずつ検索しました。',
    noField: (written) =>
      `${quoted(written)}は言葉として検索しました。in: に使えるのは heading、trail、concepts、text です。`,
    noPeriod: (name, written) =>
      `${quoted(written)}は言葉として検索しました。${name}: には 2024、2024-06、2024-06-30 のような年・月・日${name === 'year' ? '、または 2023..2024 のような期間' : ''}を指定します。`,
    noSuchDay: (written, lastDay) =>
      `${quoted(written)}は言葉として検索しました。その日付は存在しません。この月は ${lastDay} までです。`,
    noGroup: (written) =>
      `${quoted(written)}は言葉として検索しました。near: には 9999 以下の距離と括弧に入れた言葉を、near:5(plan team) のように指定します。`,
    noWords: '検索できる言葉が質問にありません。',
    noOperator: (name, written) =>
      `${quoted(`${name}:`)}という演算子はないため、${quoted(written)}を言葉として検索しました。`,
  },

  reasons: {
    broader: '用語集での上位の概念',
    narrower: '用語集での下位の概念',
    related: '用語集での関連項目',
    together: (sectionsWith, issuesWith, expected) =>
      `${issues(issuesWith)}の${number(sectionsWith)}か所で一緒に登場（偶然なら${roughly(expected)}か所）`,
    speaksOf: (sectionsWith, issuesWith, from, of) =>
      `${quoted(from)}を扱う${issues(issuesWith)}の${number(sectionsWith)}か所が${quoted(of)}に言及`,
    definition: (from, of) => `${quoted(from)}の定義が${quoted(of)}に言及`,
    sharedConcepts: (labels) => `どちらも${listed(labels)}を扱う`,
    sharedTerms: (terms) => `どちらも${listed(terms)}を使う`,
  },

  passage: {
    table: '表',
    done: '完了',
    toDo: '未完了',
    footnotes: '脚注',
    backToText: (n) => `参照${n}へ戻る`,
  },

  mistakes: {
    noSuch: {
      concept: (name) => `${quoted(name)}という概念はありません。`,
      issue: (name) => `${quoted(name)}という号はありません。`,
      section: (name) => `${quoted(name)}という箇所はありません。`,
      page: (name) => `${quoted(name)}というページはありません。`,
    },
    unknown: (name, known) =>
      `${quoted(name)}というパラメーターはありません。${known.length === 0 ? 'ここで使えるものはありません。' : `ここで使えるもの：${known.join('、')}。`}`,
    once: (name) => `${quoted(name)}は1回だけ指定できます。`,
    pageNumber: (name) => `${quoted(name)}には1から999999までの整数を指定してください。`,
    perPage: (name) => `${quoted(name)}には1から100までの整数を指定してください。`,
    year: (name) => `${quoted(name)}には2024のような4桁の年を指定してください。`,
    month: (name) =>
      `${quoted(name)}には2024-06のような月か、2024-06-14のような日を指定してください。`,
    slug: (name) => `${quoted(name)}には「okrs」のような概念の短縮名を指定してください。`,
    slugOrId: (name) => `${quoted(name)}には概念の短縮名か箇所のIDを指定してください。`,
    oneOf: (name, names) =>
      `${quoted(name)}には次のどれかを指定してください：${names.join('、')}。`,
    characters: (name, most) => `${quoted(name)}は${number(most)}文字までです。`,
    times: (name, most) => `${quoted(name)}は${number(most)}回まで指定できます。`,
    address: (name) =>
      `${quoted(name)}にはこのサイトの概念・号・箇所のアドレスを指定してください。`,
    notReady: 'まだアーカイブを読み込んでいます。少し待ってからもう一度お試しください。',
    encoding: 'アドレスに不正な「%」があります。%25 と書いてください。',
    method: (method) => `${method}には応答しません。使えるのはGETとHEADだけです。`,
    tooOften: '短い間に多くのリクエストがありました。1秒ほど待ってから、もう一度お試しください。',
  },

  errors: {
    titles: {
      400: 'この指定では調べられません',
      404: '見つかりません',
      405: 'この方法では調べられません',
      429: '少しお待ちください',
      500: '問題が発生しました',
      503: '少々お待ちください',
    },
    stages: {
      reading: (done, total) => `号を読み込んでいます：${number(total)}件中${number(done)}件。`,
      'looking for concepts': (done, total) =>
        `概念を探しています：${number(total)}号中${number(done)}号。`,
      indexing: (done, total) => `索引を作っています：${number(total)}号中${number(done)}号。`,
    },
    byItself: 'このページは自動的に再読み込みされます。',
    nearby: 'お探しのものはこちらですか',
    nearbyConcepts: '概念',
    nearbyIssues: '号',
    nearbySections: 'この言葉を含む箇所',
    mend: (name, same) => say`${same(`${quoted(name)}を外して開く`)}`,
    again: 'もう一度試す',
    failed: 'こちら側で問題が発生しました。お客様の操作のせいではありません。',
    browse: (index, all) => say`${index('概念の索引')}や${all('バックナンバー')}からも探せます。`,
  },

  patterns: {
    title: 'ページの部品',
    subtitle: 'ページを組み立てる部品を、このアーカイブの内容で示します。',
    type: '文字',
    colours: '色',
    contrast: (light, dark) => `明るい表示 ${number(light)}:1、暗い表示 ${number(dark)}:1`,
    states: '状態の表示',
  },

  cite: {
    title: '引用する',
    permanent: '固定リンク',
    markdown: 'Markdown',
    bibtex: 'BibTeX',
    copy: 'コピー',
    copyAs: (name) => `${name}をコピー`,
    copied: 'コピーしました',
  },

  feed: {
    follow: 'フィードで購読',
    all: '新しい号をフィードで購読',
    concept: (label, site) => `${label} · ${site}`,
    section: (heading, issue) => `${heading}（${issue}）`,
  },

  api: {
    title: 'JSON',
    description: 'このアーカイブからJSONでデータを取得する方法。',
  },
};

/** `（第3号）` */
function inBrackets(n: number | null): string {
  return n === null ? '' : `（${issueNumber(n)}）`;
}

function numbered(n: number | null): string {
  return n === null ? '' : `${issueNumber(n)}、`;
}

function roughly(n: number): string {
  return number(n < 10 ? Math.round(n * 10) / 10 : Math.round(n));
}
