// The little grammar that the search for concepts needs of Chinese, and does with
// for Japanese.

import type { Grammar } from './grammar.js';

export const chinese: Grammar = {
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
    // "Linux 系统提供": the beginning of a sentence.
    if (keys.length > 2 && CHINESE_PREDICATES.has(keys.slice(-2).join(''))) return true;
    // "Linux 内": the beginning of a word.
    const [before, last] = [keys.at(-2), keys.at(-1)!];
    return before !== undefined && /^[a-z]{2,}/u.test(before) && /^\p{Script=Han}$/u.test(last);
  },
  beforeVerb: () => false,
  beforeNoun: () => false,
  standsAsNoun: () => true,
  afterPerson: () => false,
  isCopula: (key) => key === '是',
  isArticle: () => false,
  isLooseJoint: () => false,
  longest: 6,
};

const CHINESE_FUNCTION = new Set(
  '的了是在我你您他她它这那个们和与及就也都不有一为以到说要会可能很上下中来去用对于从或被把让使得着过吗呢吧啊之其所而但如果因此还又再更最将已经没什么怎样自己些每各种第几两三四五六七八九十年月日时候想做看人可以进行通过需要这些篇'.split(
    '',
  ),
);
/** What programs and people do, and words that go with anything: no name alone, and none begins so. */
const CHINESE_VERBS = new Set(
  `默认 添加 创建 安装 匹配 打印 点击 插入 设置 重启 操作 登录 复制 启动 滚动 示例 步骤 选择 删除 打开 关闭 使用
  运行 下载 执行 支持 提供 更新 修改 编辑 输入 输出 显示 检查 查看 保存 移动 连接 切换 发布 返回 允许 包含 开始 结束
  解决 处理 实现 完成 增加 减少 改变 帮助 学习 阅读 编写 访问 获取 发送 接收 定义 调用 包括 存在 发现 确保 保持 推荐
  许多 本文 意味 解压 节省 查找 转发 手动 喜欢 希望 方法 问题 时间 情况 部分 方式 不同 简单
  重要 主要 构建 定制 调试 配置 参考 介绍 翻译 作者 译者 校对 选题`.split(/\s+/u),
);
/** What is said of a name, and ends none. */
const CHINESE_PREDICATES = new Set('提供 包含 包括 允许 确保 希望 喜欢 意味 使用 需要'.split(' '));
