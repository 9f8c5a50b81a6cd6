import { createRequire } from 'node:module'
import type MarkdownIt from 'markdown-it'
import type { StateInline, Token } from 'markdown-it'
import type { TextSpan } from '../model/text.ts'
import { parseAddress } from '../model/web-address.ts'
import { linkAddresses, mayHaveAddress } from './find-addresses.ts'

/**
 * Parses the markup of one line: `**bold**`, `*italic*`, `[text](url)` and bare web and mail addresses, nothing else.
 *
 * Shape: unpaired asterisks and brackets are text, and so are those of products, footnotes, file patterns and smileys;
 *        there are no HTML, entities, escapes or underscores. Addresses are shown without `https://`. A link in brackets
 *        must lead to http, https, mailto, tel, or a slide of the deck (`#3`); any other stays text.
 */
export function parseInline(line: string): TextSpan[] {
  const spans = parseMarkup(line)
  return mayHaveAddress(line) ? spans.flatMap(linkAddresses) : spans
}

function parseMarkup(line: string): TextSpan[] {
  if (!hasMarkup.test(line)) return [{ text: line, bold: false, italic: false, href: null }]
  const inline = (parser ??= loadParser()).parseInline(line, {})[0]
  return toSpans(inline?.children ?? [])
}

/** Returns the addresses of links that stay text because their scheme is not allowed. */
export function unsafeLinks(text: string): string[] {
  if (!text.includes('](')) return []
  return [...text.matchAll(linkPattern)].map((found) => found[1]!).filter((address) => !safeScheme.test(address))
}

/** Returns the addresses of links that stay text because no browser can open them. */
export function brokenLinks(text: string): string[] {
  if (!text.includes('](')) return []
  return [...text.matchAll(linkPattern)].map((found) => found[1]!).filter((one) => safeScheme.test(one) && !opens(one))
}

/** Returns the numbers of the slides that a text links to. */
export function linkedSlides(text: string): number[] {
  if (!text.includes('](#')) return []
  return [...text.matchAll(linkPattern)]
    .map(([, address]) => address!)
    .flatMap((a) => (toSlide.test(a) ? [+a.slice(1)] : []))
}

const hasMarkup = /\*|\]\(/
const addressPattern = /\(([^\s()<>]+(?:\([^\s()<>]*\)[^\s()<>]*)*)\)/
const linkPattern = new RegExp(`\\]${addressPattern.source}`, 'g')
const linkTarget = new RegExp(addressPattern.source, 'y')
const safeScheme = /^(?:https?:\/\/|mailto:|tel:|#\d+$)/i
const opens = (address: string) => address.startsWith('#') || parseAddress(address) !== null
const toSlide = /^#\d{1,6}$/

let parser: MarkdownIt | undefined

/** Loads the parser for the first text with markup, because most decks have none. */
function loadParser(): MarkdownIt {
  const Markdown = createRequire(import.meta.url)('markdown-it') as typeof MarkdownIt
  const markdown = new Markdown('zero', { html: false, linkify: false, typographer: false })
  markdown.enable('emphasis')
  const State = markdown.inline.State
  markdown.inline.State = class extends State {
    override scanDelims(start: number, canSplitWord: boolean) {
      const scanned = super.scanDelims(start, canSplitWord)
      const isMarkup = mayOpen(this.src, start, start + scanned.length)
      return { ...scanned, can_open: scanned.can_open && isMarkup }
    }
  }
  markdown.inline.ruler.before('emphasis', 'literal', literalRule)
  markdown.inline.ruler.push('address', linkRule)
  return markdown
}

/** Underscores are part of file names and addresses, and an asterisk between digits is a multiplication sign. */
function literalRule(state: StateInline, silent: boolean): boolean {
  const { src, pos } = state
  if (src[pos] !== '_' && !(src[pos] === '*' && isDigit(src[pos - 1]) && isDigit(src[pos + 1]))) return false
  if (!silent) state.pending += src[pos]
  state.pos++
  return true
}

/** What ends a word, an expression or a sentence: an asterisk after it is a multiplication sign or a footnote mark. */
const wordEnd = /[\p{L}\p{N}\p{Pe}\p{Pf}%‰°]/u
/** What no emphasis begins with: `*.png`, `*:…:*`, `4,6 %*, 3,5 %*`. */
const noStart = /[:;,.!?)\]}»”=^%/\\|]/

/** Whether asterisks may begin emphasis. Within a word, only `**` before a letter may: `жоба**лар**ды`, not `f*g*h`. */
function mayOpen(src: string, start: number, end: number): boolean {
  const next = src[end] ?? ''
  if (noStart.test(next)) return false
  if (!wordEnd.test(src[start - 1] ?? '')) return true
  return end - start > 1 && /\p{L}/u.test(next) && /\p{L}/u.test(src[start - 1]!)
}

const isDigit = (character: string | undefined) => character !== undefined && character >= '0' && character <= '9'

/** Only `[text](url)`: the library's rule also supports titles, references and escapes, which would drop characters. */
function linkRule(state: StateInline, silent: boolean): boolean {
  if (state.src[state.pos] !== '[') return false
  const end = state.md.helpers.parseLinkLabel(state, state.pos, true)
  if (end <= state.pos + 1) return false
  linkTarget.lastIndex = end + 1
  const href = linkTarget.exec(state.src)?.[1]
  if (!href || !safeScheme.test(href) || !opens(href) || linkTarget.lastIndex > state.posMax) return false
  if (!silent) {
    const { posMax } = state
    state.pos++
    state.posMax = end
    state.push('link_open', 'a', 1).attrs = [['href', href]]
    state.md.inline.tokenize(state)
    state.push('link_close', 'a', -1)
    state.posMax = posMax
  }
  state.pos = end + 1 + href.length + 2
  return true
}

function toSpans(tokens: readonly Token[]): TextSpan[] {
  const found: TextSpan[] = []
  let bold = 0
  let italic = 0
  let href: string | null = null
  for (const token of tokens) {
    if (token.type.startsWith('strong')) bold += token.nesting
    else if (token.type.startsWith('em')) italic += token.nesting
    else if (token.type === 'link_open') href = token.attrGet('href')
    else if (token.type === 'link_close') href = null
    else if (token.content) appendSpan(found, { text: token.content, bold: bold > 0, italic: italic > 0, href })
  }
  return found
}

function appendSpan(list: TextSpan[], span: TextSpan): void {
  const last = list.at(-1)
  if (last && last.bold === span.bold && last.italic === span.italic && last.href === span.href) last.text += span.text
  else list.push(span)
}
