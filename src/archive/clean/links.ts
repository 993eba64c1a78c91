// Links without those who watch them.

import type { Link, Nodes, Root } from 'mdast';
import { toString } from 'mdast-util-to-string';
import { eachNode, replaceNodes } from '../each-node.js';
import { stripParameters } from './tracking/parameters.js';
import { unwrapAddress } from './tracking/unwrap.js';

/**
 * `tracking-links`: links through a counter lead straight to their end, as far
 * as they tell it themselves; where they do not, the words stay and the link goes.
 *
 * @returns when the mail was sent, by its links, in seconds since 1970
 */
export function unwrapLinks(tree: Root): number | null {
  const sent: number[] = [];
  eachAddress(tree, (address) => {
    const { url, sentAt } = unwrapAddress(address);
    if (sentAt !== null) sent.push(sentAt);
    return url;
  });
  // Links of a forwarded issue were signed later: the first is the nearest to the sending.
  return sent.length === 0 ? null : Math.min(...sent);
}

/** `tracking-parameters`: `utm_*` and their kin go; what chooses the page stays. */
export function stripLinkParameters(tree: Root): void {
  eachAddress(tree, stripParameters);
}

/** `bare-addresses`: of a link whose words are its own address, the site's name is shown. */
export function nameBareLinks(tree: Root): void {
  eachNode(tree, (link) => {
    if (link.type !== 'link') return;
    const words = toString(link).trim();
    if (!/^(?:https?:\/\/|www\.)\S+$/i.test(words)) return;
    link.children = [{ type: 'text', value: siteName(words) }];
  });
  eachNode(tree, (node, parent) => {
    if (node.type !== 'text' || parent.type === 'link' || !/https?:\/\//i.test(node.value)) return;
    node.value = node.value.replace(ADDRESS, (address) => siteName(address));
  });
}

const ADDRESS = /https?:\/\/[^\s<>"'“”‘’«»，。；！？、（）【】]+/gi;

function siteName(address: string): string {
  const host = /^(?:https?:\/\/)?(?:[^/?#@]*@)?(?:www\.)?([^/?#:]+)/i.exec(address)?.[1] ?? '';
  return host.toLowerCase();
}

/** Gives every link and image the address that `change` says; null takes the link away. */
function eachAddress(tree: Root, change: (address: string) => string | null): void {
  replaceNodes(tree, (node) => {
    if (node.type === 'text') node.value = changeInText(node.value, change);
    if (node.type !== 'link' && node.type !== 'image') return undefined;
    const before = node.url;
    const url = change(before);
    if (url === null) return node.type === 'link' ? wordsOf(node, before) : altOf(node.alt);
    node.url = url;
    if (node.title?.includes('http')) node.title = null;
    if (node.type === 'link' && url !== before) renameSelf(node, before, url);
    return undefined;
  });
}

function altOf(alt: string | null | undefined): Nodes[] {
  return alt ? [{ type: 'text', value: alt }] : [];
}

/** The words of a link that goes; none where they are the address itself. */
function wordsOf(link: Link, address: string): Nodes[] {
  const words = toString(link).trim();
  return words === address || /^https?:\/\/\S+$/i.test(words) ? [] : link.children;
}

function renameSelf(link: Link, before: string, url: string): void {
  if (toString(link).trim() === before) link.children = [{ type: 'text', value: url }];
}

/** Addresses in plain text, and what is left of a tag that was cut off. */
function changeInText(text: string, change: (address: string) => string | null): string {
  if (!/https?:\/\//i.test(text)) return text;
  return text
    .replace(/<[a-z][\w:-]*\s[^<>]*$/i, (tag) => (/https?:\/\//i.test(tag) ? '' : tag))
    .replace(ADDRESS, (address) => change(address) ?? '');
}
