import type { TextSpan } from '../model/text.ts'
import { parseAddress } from '../model/web-address.ts'

/** A web or mail address in a text. Units: `start` and `end` in UTF-16 units. */
interface FoundAddress {
  start: number
  end: number
  href: string
}

/** Whether a text may contain an address; cheap, because most do not. */
export function mayHaveAddress(text: string): boolean {
  if (text.includes('@') || text.includes('://')) return true
  for (let dot = text.indexOf('.', 1); dot > 0; dot = text.indexOf('.', dot + 1)) {
    if (/^[a-z]|^қаз|^рф/i.test(text.slice(dot + 1, dot + 4)) && /[\p{L}\d]/u.test(text.charAt(dot - 1))) return true
  }
  return false
}

/**
 * Turns the bare web and mail addresses of a span into links, shown without `https://`. A link that is written as its own
 * address is shown so too.
 */
export function linkAddresses(span: TextSpan): TextSpan[] {
  if (span.href !== null) return [span.text === span.href ? { ...span, text: withoutScheme(span.text) } : span]
  const { text } = span
  const spans: TextSpan[] = []
  let done = 0
  for (const { start, end, href } of findAddresses(text)) {
    if (start > done) spans.push({ ...span, text: text.slice(done, start) })
    spans.push({ ...span, text: withoutScheme(text.slice(start, end)), href })
    done = end
  }
  if (done === 0) return [span]
  if (done < text.length) spans.push({ ...span, text: text.slice(done) })
  return spans
}

const scheme = /^(?:https?:\/\/|mailto:)/i

/** `https://example.kz/` as `example.kz`. */
export function withoutScheme(address: string): string {
  const bare = address.replace(scheme, '')
  return bare.indexOf('/') === bare.length - 1 ? bare.slice(0, -1) : bare
}

const words = /[^\s<>"«»“”„‹›]+/g

/** Finds the addresses of a text, in linear time. */
export function findAddresses(text: string): FoundAddress[] {
  const found: FoundAddress[] = []
  for (const { 0: word, index } of text.matchAll(words)) {
    const schemeAt = schemeIndex(word)
    const before = schemeAt < 0 ? word : word.slice(0, schemeAt)
    found.push(...bareAddresses(before, index))
    if (schemeAt < 0) continue
    const end = addressEnd(word, schemeAt)
    const address = word.slice(schemeAt, end)
    if (address.length > 'http://'.length && parseAddress(address)?.hostname) {
      found.push({ start: index + schemeAt, end: index + end, href: address })
    }
  }
  return found
}

function schemeIndex(word: string): number {
  const found = /https?:\/\/[\p{L}\p{N}[]/iu.exec(word)
  return found ? found.index : -1
}

/** Returns the end of an address: punctuation behind it and a bracket around it belong to the sentence. */
function addressEnd(word: string, start: number): number {
  // `https://egov.kz-те`: a suffix belongs to the sentence too.
  const suffix = /^https?:\/\/[a-z\d.-]*[a-z](?=-[\u0400-\u04ff])/i.exec(word.slice(start))
  if (suffix) return start + suffix[0].length
  let end = word.length
  let open = 0
  for (let i = start; i < end; i++) {
    if (word[i] === '(') open++
    else if (word[i] === ')' && --open < 0) end = i
  }
  return withoutMarks(word, start, end)
}

/** Returns the end without the punctuation at it. */
function withoutMarks(text: string, start: number, end: number): number {
  let last = end
  while (last > start && /[.,;:!?'’…\]}*]/.test(text[last - 1]!)) last--
  return last
}

/** What separates addresses within a word: `(a.kz,b.kz)`, `сайт:a.kz`. */
const pieces = /[^,;()[\]{}|:*]+(?::\d[^,;()[\]{}|:*]*)?/g

const mail = /^[a-z\d](?:[a-z\d_%+-]|\.(?!\.))*@(?:[a-z\d-]+\.)+[a-z]{2,24}(?![a-z\d])/i
const host = /^(?:[a-z\d](?:[a-z\d-]{0,61}[a-z\d])?\.){1,8}([a-z]{2,12})(?![a-z\d])(?::\d{2,5})?/i
const cyrillicHost = /^(?:[\p{L}\d-]{1,63}\.){1,4}(?:қаз|рф)(?![\p{L}\d])/iu
const path = /^[/?#]/

/** Ends of domains that are addresses by themselves, and those that need a path to be one, or `www.`. */
const domains = new Set('kz ru com org net info edu gov kg uz tj eu io app dev online site рф қаз'.split(' '))
const shortDomains = new Set(
  'me be ly gl gle tv ai co us am by az ge ua tm tr cn de uk fr su gg cc to link page pro biz'.split(' '),
)

function bareAddresses(word: string, offset: number): FoundAddress[] {
  return [...word.matchAll(pieces)].flatMap(({ 0: piece, index }) => {
    const isMailto = word.slice(0, index).toLowerCase().endsWith('mailto:')
    const from = piece.search(/[\p{L}\d]/u)
    const rest = from < 0 ? '' : piece.slice(from)
    const start = offset + index + from
    const address = mail.exec(rest)?.[0]
    if (address) {
      const first = isMailto ? start - 'mailto:'.length : start
      return [{ start: first, end: start + address.length, href: `mailto:${address}` }]
    }
    if (from > 0 && /[@._/\\#+-]/.test(piece[from - 1]!)) return []
    const length = webAddressLength(rest)
    if (length === 0) return []
    const href = `https://${rest.slice(0, length)}`
    return parseAddress(href) ? [{ start, end: start + length, href }] : []
  })
}

/** The length of a web address without a scheme at the start of a text; 0 if there is none. */
function webAddressLength(text: string): number {
  const found = host.exec(text) ?? cyrillicHost.exec(text)
  if (!found) return 0
  const [name, end = 'қаз'] = found
  const behind = text.slice(name.length)
  const further = path.test(behind) ? behind.slice(0, withoutMarks(behind, 0, behind.length)) : ''
  const isWeb = /^www\./i.test(name) && name.split('.').length > 2
  const hasPath = further.length > 1 && further.startsWith('/')
  const isDomain = domains.has(end) || (hasPath && shortDomains.has(end))
  if (!isWeb && !isDomain) return 0
  // More letters would be another word: `example.kzда`; a suffix, a full stop or a quotation mark is not of the address.
  if (further === '' && behind !== '' && !/^[.!?'’…/-]/.test(behind)) return 0
  if (further === '' && /^\.[\p{L}\d]/u.test(behind)) return 0
  if (/^-[a-z\d]/i.test(behind)) return 0
  return name.length + further.length
}
