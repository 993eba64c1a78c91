// What a mail has around its text: previews, buttons, footers.

import type { Element } from 'hast';
import type { Link, Nodes, Parents, Root, RootContent } from 'mdast';
import { toString } from 'mdast-util-to-string';
import { eachBlock, eachNode } from '../each-node.js';

/** `hidden-elements`: preheaders, and whatever else a mail hides from the eye. */
export function isHidden(element: Element): 'drop' | undefined {
  const { style, hidden, className } = element.properties;
  if (hidden === true || hidden === '') return 'drop';
  if (typeof style === 'string' && HIDING.test(style)) return 'drop';
  const classes = Array.isArray(className) ? className.join(' ') : '';
  return /(?:^|\s)(?:pre-?header|preview-?text|mcnPreviewText|sr-only|visually-hidden|screen-reader-text)(?:\s|$)/i.test(
    classes,
  )
    ? 'drop'
    : undefined;
}

const HIDING =
  /(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all|max-height\s*:\s*0(?:px)?\s*(?:;|!|$)|font-size\s*:\s*[01](?:px|pt)?\s*(?:;|!|$)|opacity\s*:\s*0(?:\.0+)?\s*(?:;|!|$))/i;

/** `layout-tables`, in Markdown: a clipped mail's table that never has two cells in a row. */
export function unwrapTables(tree: Root): void {
  eachBlockList(tree, (blocks) =>
    blocks.flatMap((block): RootContent[] => {
      if (block.type !== 'table') return [block];
      const rows = block.children.map((row) =>
        row.children.filter((cell) => toString(cell).trim() !== '' || cell.children.length > 0),
      );
      if (rows.some((cells) => cells.length > 1)) return [block];
      return rows.flat().map(({ children }) => ({ type: 'paragraph', children }));
    }),
  );
}

/** `action-boxes`: paragraphs that are nothing but buttons: subscribe, share, comment, like. */
export function dropActionBoxes(tree: Root): void {
  eachBlockList(tree, (blocks) => blocks.filter((block) => !isActionBox(block)));
}

const ACTION_ADDRESS =
  /[/?&](?:subscribe(?:[/?#]|$)|action=share|action=comment|app-link|comments?(?:[?#]|$)|intent\/(?:tweet|post)|sharer(?:\.php|[/?])|shareArticle|share-offsite|upgrade(?:[?#]|$)|refer(?:rals?|-a-friend))|^https?:\/\/(?:www\.)?(?:twitter|x)\.com\/(?:share|intent)|^https?:\/\/(?:api\.whatsapp\.com\/send|t\.me\/share|wa\.me\/\?|getpocket\.com\/save|news\.ycombinator\.com\/submitlink|(?:www\.)?reddit\.com\/submit)|^mailto:\?(?:subject|body)=/i;
const ACTION_WORDS =
  /^(?:subscribe(?: (?:now|here|today|for free))?|sign up(?: now| here)?|share(?: (?:this post|this|it|.{1,40}))?|like|comment|leave a comment|restack|upgrade(?: to paid)?|become a (?:paid )?(?:member|subscriber|patron)|give a gift subscription|get \d+% off.*|start writing|read in app|get the app|forward(?: to a friend)?|tweet(?: this)?|refer a friend|join the (?:chat|discussion)|abonnieren|jetzt abonnieren|teilen|s['’]abonner|partager|suscr[ií]bete|suscribirse|compartir|assine|inscreva-se|compartilhar|iscriviti|condividi|abonneren|delen|подписаться|поделиться|购阅|订阅|分享|購読|シェア)[.!→»>\s]*$/iu;

function isActionBox(block: RootContent): boolean {
  if (block.type === 'list')
    return block.children.every(
      (item) =>
        item.children.length > 0 &&
        item.children.every((child) => isActionBox(child as RootContent)),
    );
  if (block.type !== 'paragraph') return false;
  const links: Link[] = [];
  const outside = block.children.map((child) => textOutsideLinks(child, links)).join('');
  if (/[\p{L}\p{N}]/u.test(outside)) return false;
  return links.length > 0 && links.every((link) => isAction(link));
}

function isAction(link: Link): boolean {
  const words = toString(link).trim();
  // A long text behind such an address is a sentence, not a button.
  return ACTION_WORDS.test(words) || (ACTION_ADDRESS.test(link.url) && words.length <= 40);
}

function textOutsideLinks(node: Nodes, links: Link[]): string {
  if (node.type === 'link') {
    links.push(node);
    return '';
  }
  if ('children' in node)
    return node.children.map((child) => textOutsideLinks(child, links)).join('');
  return 'value' in node ? node.value : '';
}

const BROWSER_WORDS =
  /(?:view|read|open|see|trouble|having).{0,40}\b(?:in|on)\b.{0,20}\b(?:browser|web|online)\b|view (?:it )?online|web ?version|online version|im browser|dans (?:votre|le|ton) navigateur|version en ligne|(?:en|no|nel) (?:el |tu |su |seu |tuo )?(?:navegador|browser)|versione web|in (?:je|uw|de) browser|webversie|в браузере|ブラウザで|在浏览器|在線|在线查看|w przeglądarce|i (?:din )?webbläsare/iu;

/** `view-in-browser`: the short line above a mail that leads to the same text on the web. */
export function dropBrowserLines(tree: Root): void {
  eachBlockList(tree, (blocks) =>
    blocks.filter(
      (block) => block.type !== 'paragraph' || !hasLink(block) || !isBrowserLine(toString(block)),
    ),
  );
}

function isBrowserLine(words: string): boolean {
  return words.length <= 140 && BROWSER_WORDS.test(words);
}

const UNSUBSCRIBE_WORDS =
  /\bunsubscribe|opt[ -]out|email preferences|manage (?:your )?(?:preferences|subscription)|update your (?:profile|preferences|email)|se désabonner|désinscri|désabonne|abmelden|abbestellen|austragen|darse de baja|cancelar (?:la |tu )?suscripci|cancelar (?:a )?(?:inscrição|assinatura)|descadastrar|disiscri|annulla l['’]iscrizione|uitschrijven|afmelden|avregistrer|avprenumerera|afmeld|отписаться|отказаться от (?:рассылки|подписки)|wypisz|odhlásit|退订|取消订阅|配信停止|登録解除|구독 ?취소|수신거부/iu;
const UNSUBSCRIBE_ADDRESS =
  /unsubscri|opt-?out|list-manage\.com\/(?:unsub|profile)|email-?preferences|manage-?(?:subscription|preferences)|disable_email/i;
const FOOTER_WORDS =
  /^(?:©|\(c\)|copyright\b)|©\s*(?:19|20)\d{2}|all rights reserved|you(?:['’]re| are) (?:receiving|getting|subscribed)|you received this|this (?:email|newsletter) was sent|sent to .{0,60}@|our mailing address|vous recevez|sie erhalten diese|recibes este|hai ricevuto|вы получили|\b(?:PMB|PO Box|P\.O\. Box)\b.*\d{4,5}/iu;

/** `footers`: the unsubscribe lines, and the address and copyright lines beside them. */
export function dropFooters(tree: Root): void {
  eachBlockList(tree, (blocks) => {
    const marks = blocks.map((block) => isUnsubscribe(block));
    if (!marks.includes(true)) return blocks;
    return blocks.filter((block, index) => {
      if (marks[index]) return false;
      const beside = [-3, -2, -1, 1, 2, 3].some((step) => marks[index + step] === true);
      return !(beside && isFooterLine(block));
    });
  });
}

function isUnsubscribe(block: RootContent): boolean {
  if (block.type !== 'paragraph') return false;
  const words = toString(block);
  if (words.length > 600) return false;
  let found = false;
  eachNode(block, (link) => {
    if (link.type !== 'link') return;
    if (UNSUBSCRIBE_ADDRESS.test(link.url) || UNSUBSCRIBE_WORDS.test(toString(link))) found = true;
  });
  // Where the link itself was dropped, a line that is little more than the word is one too.
  return found || (words.length < 120 && UNSUBSCRIBE_LINE.test(words.trim()));
}

const UNSUBSCRIBE_LINE =
  /^(?:[^.!?]{0,40}(?:\||·|•|—)\s*)?(?:click here to )?(?:unsubscribe|se désabonner|abmelden|darse de baja|退订|отписаться)(?:\s+(?:here|from this list|instantly|hier|ici))?(?:\s*(?:\||·|•|—).*)?[.!]?$/iu;

function isFooterLine(block: RootContent): boolean {
  if (block.type === 'thematicBreak') return true;
  return (
    block.type === 'paragraph' &&
    toString(block).length < 300 &&
    FOOTER_WORDS.test(toString(block).trim())
  );
}

function hasLink(block: Parents): boolean {
  let found = false;
  eachNode(block, ({ type }) => {
    if (type === 'link') found = true;
  });
  return found;
}

/** Applies a change to the blocks of the tree and of every quote. */
function eachBlockList(tree: Root, change: (blocks: RootContent[]) => RootContent[]): void {
  tree.children = change(tree.children);
  eachBlock(tree, (quote) => {
    if (quote.type === 'blockquote')
      quote.children = change(quote.children) as typeof quote.children;
  });
}
