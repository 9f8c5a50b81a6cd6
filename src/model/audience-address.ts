import { parseAddress } from './web-address.ts'

/** Where the audience finds a talk that other processes serve. */
export interface AudienceAddress {
  /** As browsers open it: `https://talk.example.kz/`. */
  href: string
  /** As people type it, a name in other letters as it was given: `https://talk.example.kz`. */
  typed: string
}

/**
 * Reads `https://talk.example.kz`. The page lies at the top of its host, so an address with a path, a question or a name of
 * a user is none.
 * Errors: null if the text is no such address.
 */
export function parseAudienceAddress(text: string): AudienceAddress | null {
  const url = parseAddress(text)
  if (!url || (url.protocol !== 'https:' && url.protocol !== 'http:')) return null
  if (url.username !== '' || url.password !== '') return null
  if (url.pathname !== '/' || url.search !== '' || url.hash !== '' || /[?#\\\s]/.test(text)) return null
  const typed = text.endsWith('/') ? text.slice(0, -1) : text
  return typed.lastIndexOf('/') === typed.indexOf('//') + 1 ? { href: url.href, typed } : null
}
