// The little grammar that the search for concepts needs of a language: which
// words hold sentences together, and which tell a noun from a verb.

import { isStopWord } from '../text/stop-words.js';

export interface Grammar {
  /** Begins or ends no name. */
  isFunctionWord(key: string): boolean;
  /** Begins or ends not even a title. */
  isStopWord(key: string): boolean;
  /** Begins no name alone, but some of several words: "open source"; and ends some: "use case". */
  mayBegin(key: string): boolean;
  mayEnd(key: string): boolean;
  /** May stand within a name: "cost of delay". */
  isJoint(key: string): boolean;
  /** A sentence's beginning or a mere activity: "18F worked". */
  namesNothing(keys: readonly string[]): boolean;
  beforeVerb(key: string): boolean;
  beforeNoun(key: string): boolean;
  /** Follows people's names: "said". */
  afterPerson(key: string): boolean;
  /** Stands between a name and what the name is: "is". */
  isCopula(key: string): boolean;
  isArticle(key: string): boolean;
  /** A joint that makes a name only of words written as a title. */
  isLooseJoint(key: string): boolean;
  /** In words; in characters for scripts without blanks. */
  longest: number;
}

const ENGLISH_FILLERS = new Set(
  `able actually ago already always another anyone anything available back become began best better big
  bit can come currently day different early either else end enough especially every everyone everything
  example far feel few final find first full get give given go going good got great happen hard help here
  high important instead interesting just keep kind know large last late later latest least less like
  likely little long look lot main major make making many maybe mean might month much must need never
  new next nice nothing now number often old one onto part particular people person place possible
  probably put quickly quite rather ready real really recent recently right said same say see seem several
  short show simply since single small someone something sometimes soon start step still sure take tell
  thing think time today together took total trying turn two type upcoming use used useful using usually
  various via want way week well went whole wide work working would year yet yesterday tomorrow
  anyway become based below above bring bunch came case certain clear clearly common complete couple
  create current deal despite directly down each easy easily entire exactly fact fairly
  follow following found getting happy hello help helpful hey hi hope huge idea include including
  let literally love made matter me met mostly multiple none obviously ok okay once only
  open others overall own perhaps piece please plenty point pretty previous quick read reading reason
  related rest run running seen set side similar simple sort stuff thank thanks thought three thus
  times top tried true truly try under understand until whatever whenever wherever whether without
  wonderful worth writing wrote add added learn learned check watch join share
  monday tuesday wednesday thursday friday saturday sunday january february march april may june july
  august september october november december am pm http https www com org html jpg png blog post newsletter
  article page email click link image photo video courtesy via read subscribe issue edition
  around ask change build built doing done talk made look looking thinking even ever four five six seven
  eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty thirty
  forty fifty sixty seventy eighty ninety hundred thousand million dozen half quarter fortnight autumn
  winter spring summer jan feb mar apr jun jul aug sep sept oct nov dec announcing introducing joining releasing
  second third whose upon toward towards among across along behind beyond`.split(/\s+/u),
);
const ENGLISH_BEGINNINGS = new Set(
  `open big real time work change high single daily weekly common use user first build page image short
  long small number case`.split(/\s+/u),
);
const ENGLISH_ENDINGS = new Set(
  `case time point change type set thinking making writing reading building page image work`.split(
    /\s+/u,
  ),
);
const FRENCH_FILLERS = new Set(
  `notre votre nos vos leur lorsqu jusqu puisqu chaque prochain prochaine autre meme tout toute bon bonne
  nouveau nouvelle grand grande petit premier premiere dernier derniere fois jour an annee mois semaine temp
  chose gens personne monde facon maniere lieu partie fait faire dire voir savoir pouvoir devoir aller
  vouloir mettre prendre donner trouver utiliser travailler concevoir ameliorer creer aider permettre
  apprendre besoin exemple cas point nombre type sorte afin toutefois cependant aujourd hui blogue billet
  appris apprise lecon etape travaillon avon cette lorsque aupre depui quand parce ainsi avant apre aussi
  alors toujour souvent encore comment pourquoi plusieur beaucoup celle celui ceux cela leurs dont contre
  selon parmi`.split(/\s+/u),
);
const BEFORE_VERB = new Set(
  `to i we you they he she it who can could will would shall should may might must cannot cant dont
  didnt doesnt wont let lets please not never id ill im we'll youll theyll ive weve`.split(/\s+/u),
);
const BEFORE_NOUN = new Set(
  `the a an our your their its his her my this that these those each every any some all no of in on for
  with by from about into between through without more less most better good new own other many several`.split(
    /\s+/u,
  ),
);
const AFTER_PERSON = new Set(
  `said say asked told wrote thought replied laughed smiled nodded shrugged explained recalled answered
  looked sat stood went came who whom whose himself herself`.split(/\s+/u),
);
const JOINTS: Record<string, string> = {
  en: 'of in for as to and via on with if',
  fr: 'de du des la le les à au aux en l d',
  es: 'de del la el los las en y',
  pt: 'de do da dos das em e',
  it: 'di del della dei delle in e al',
  de: 'der des von für in und',
  nl: 'van de het in en',
};
/** Joints of sentences more often than of names: names only where they are written as titles. */
const LOOSE_JOINTS = new Set(['to', 'and', 'via', 'on', 'with', 'if', 'in', 'for']);
const COPULAS: Record<string, string> = {
  en: 'is are refer mean describe',
  fr: 'est sont designe',
  es: 'es son significa',
  pt: 'e sao significa',
  it: 'e sono significa',
  de: 'ist sind bedeutet',
  nl: 'is zijn betekent',
};
const ARTICLES: Record<string, string> = {
  en: 'a an the',
  fr: 'un une le la les l',
  es: 'un una el la los las',
  pt: 'um uma o a os as',
  it: 'un una il lo la i gli le l',
  de: 'ein eine der die das',
  nl: 'een de het',
};
const CHINESE_FUNCTION = new Set(
  '的了是在我你您他她它这那个们和与及就也都不有一为以到说要会可能很上下中来去用对于从或被把让使得着过吗呢吧啊之其所而但如果因此还又再更最将已经没什么怎样自己些每各种第几两三四五六七八九十年月日时候想做看人可以进行通过需要这些'.split(
    '',
  ),
);
const SUFFIX_ADVERB = /^\p{L}{3,}ly$/u;
/** Infinitives and the forms for you and us: "utilisez", "fournir", "évaluer"; nouns end so as well. */
const FRENCH_VERB = /^\p{L}{3,}(?:ez|[^iy]er|[^o]ir|oudre|endre|ettre|uire|isons?)$/u;
const FRENCH_NOUNS = new Set(
  `avenir plaisir loisir desir danger hiver cancer lettre cybersecurite leader docker manager tender
  dossier maison raison saison liaison comparaison trahison prison`.split(/\s+/u),
);
/** What programs and people do, and words that go with anything: no name alone, and none begins so. */
const CHINESE_VERBS = new Set(
  `默认 添加 创建 安装 匹配 打印 点击 插入 设置 重启 操作 登录 复制 启动 滚动 示例 步骤 选择 删除 打开 关闭 使用
  运行 下载 执行 支持 提供 更新 修改 编辑 输入 输出 显示 检查 查看 保存 移动 连接 切换 发布 返回 允许 包含 开始 结束
  解决 处理 实现 完成 增加 减少 改变 帮助 学习 阅读 编写 访问 获取 发送 接收 定义 调用 包括 存在 发现 确保 保持 推荐
  喜欢 希望 方法 问题 时间 情况 部分 方式 不同 简单 重要 主要 构建 定制 调试 配置 参考 介绍 翻译 作者 译者 校对 选题`.split(
    /\s+/u,
  ),
);
/** "18F worked" says what somebody did. */
const PARTICIPLE = /^\p{L}{2,}[^e]ed$/u;
const NOUNS_IN_ED = new Set(['embed', 'infrared', 'hatred']);

const NOUNS_IN_LY = new Set([
  'family',
  'assembly',
  'supply',
  'reply',
  'anomaly',
  'ally',
  'monopoly',
]);

export function grammarOf(language: string): Grammar {
  if (language === 'zh' || language === 'ja') return chinese;
  const joints = new Set((JOINTS[language] ?? '').split(' '));
  const copulas = new Set((COPULAS[language] ?? '').split(' '));
  const articles = new Set((ARTICLES[language] ?? '').split(' '));
  const english = language === 'en';
  const functionWords = new Map<string, boolean>();
  const isFunctionWord = (key: string) =>
    key.length === 1 ||
    isStopWord(key, language) ||
    // A key has lost its s: "avons" is "avon" here.
    isStopWord(`${key}s`, language) ||
    (language === 'fr' &&
      (FRENCH_FILLERS.has(key) || (FRENCH_VERB.test(key) && !FRENCH_NOUNS.has(key)))) ||
    (english && ENGLISH_FILLERS.has(key)) ||
    (english && SUFFIX_ADVERB.test(key) && !NOUNS_IN_LY.has(key)) ||
    /^\p{N}+(?:st|nd|rd|th|s)?$/u.test(key);
  return {
    isFunctionWord(key) {
      let known = functionWords.get(key);
      if (known === undefined) functionWords.set(key, (known = isFunctionWord(key)));
      return known;
    },
    isStopWord: (key) => key.length === 1 || isStopWord(key, language),
    mayBegin: (key) => english && ENGLISH_BEGINNINGS.has(key),
    mayEnd: (key) => english && ENGLISH_ENDINGS.has(key),
    isJoint: (key) => joints.has(key),
    namesNothing: (keys) =>
      english && keys.length > 1 && PARTICIPLE.test(keys.at(-1)!) && !NOUNS_IN_ED.has(keys.at(-1)!),
    beforeVerb: (key) => english && BEFORE_VERB.has(key),
    beforeNoun: (key) => english && BEFORE_NOUN.has(key),
    afterPerson: (key) => english && AFTER_PERSON.has(key),
    isCopula: (key) => copulas.has(key),
    isArticle: (key) => articles.has(key),
    isLooseJoint: (key) => english && LOOSE_JOINTS.has(key),
    longest: 4,
  };
}

const chinese: Grammar = {
  isFunctionWord: (key) => CHINESE_FUNCTION.has(key) || /^\p{N}+$/u.test(key),
  isStopWord: (key) => CHINESE_FUNCTION.has(key),
  mayBegin: () => false,
  mayEnd: () => false,
  isJoint: () => false,
  namesNothing(keys) {
    if (CHINESE_VERBS.has(keys.slice(0, 2).join(''))) {
      const third = keys[2];
      // "安装 docker", but "默认值".
      if (third === undefined || !/^\p{Script=Han}/u.test(third)) return true;
    }
    // "Linux 发": the beginning of a word.
    const [before, last] = [keys.at(-2), keys.at(-1)!];
    return before !== undefined && /^[a-z]{2,}/u.test(before) && /^\p{Script=Han}$/u.test(last);
  },
  beforeVerb: () => false,
  beforeNoun: () => false,
  afterPerson: () => false,
  isCopula: (key) => key === '是',
  isArticle: () => false,
  isLooseJoint: () => false,
  longest: 6,
};
