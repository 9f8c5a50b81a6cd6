import { addressInHtml, parseAddress } from '../../model/web-address.ts'
import { isPrivateHost } from '../private-host.ts'
import { type PlaybackOptions, providerOf } from './video-providers.ts'

/** The kinds of sources that a video may have. */
export type ParsedVideoSource =
  | { kind: 'file'; path: string }
  /** A provider's player, which may be embedded. */
  | { kind: 'player'; provider: string; href: string; player: string }
  /** A page to open; `provider` if the address should have named one of its videos. */
  | { kind: 'page'; host: string; href: string; provider: string | null }
  /** A computer or a network that the audience cannot reach. */
  | { kind: 'private'; host: string }
  /** No browser can open the address. */
  | { kind: 'broken'; href: string }

/**
 * Parses a pasted address: of a page, of a player, or a whole `<iframe>`, with words around it or without. Anything else
 * is the path of a file.
 */
export function parseVideoSource(written: string, options: PlaybackOptions = {}): ParsedVideoSource {
  const pasted = addressInHtml(written) ?? addressInWords(written)?.address ?? written.trim()
  const href = addressOf(pasted)
  if (href === null) return { kind: 'file', path: pasted }
  const url = parseAddress(href)
  if (!url) return { kind: 'broken', href }
  url.username = ''
  url.password = ''
  if (isPrivateHost(url.hostname)) return { kind: 'private', host: url.hostname }
  const host = url.hostname.replace(/^(?:www|m)\./, '')
  const player = providerOf(url.hostname)
  const found = player?.parse(url)
  if (!player || !found) return { kind: 'page', host, href: url.href, provider: player?.name ?? null }
  const start = options.start ?? found.start ?? null
  const asked = { ...found, ...options, start }
  return { kind: 'player', provider: player.name, href: player.pageUrl(asked), player: player.embedUrl(asked) }
}

const addressStart = /https?:\/\/[^\s<>"«»„“”]+/gi
const wordEnds = /[\s()[\]<>«»"„“”]+/
const fileEnding = /\.[a-z\d]{2,4}$/i

/**
 * Finds the address in a text with words: `Бейне: https://youtu.be/…`, `[Бейне](https://youtu.be/…)`. Of several, it is the
 * first; the others count as words. Null if there is none, or nothing else. `words` is empty if there are only signs.
 */
export function addressInWords(written: string): { address: string; words: string } | null {
  const text = written.trim()
  if (addressInHtml(text) !== null) return null
  const found = text.match(addressStart)?.[0] ?? text.split(wordEnds).find((word) => isVideo(addressOf(word)))
  if (found === undefined) return null
  const address = withoutSigns(found)
  if (address === text) return null
  const at = text.indexOf(address)
  const rest = `${text.slice(0, at)} ${text.slice(at + address.length)}`.split(wordEnds)
  const words = rest.filter((word) => /[\p{L}\p{N}]/u.test(word))
  // A blank in the name of a file does not end its address, and a host without a dot is no host.
  const isWhole = fileEnding.test(words.at(-1) ?? '') || !parseAddress(address)?.hostname.includes('.')
  if (at === 0 && isWhole && !isVideo(address)) return null
  return { address, words: words.join(' ') }
}

const isVideo = (address: string | null): boolean => {
  const url = address === null ? null : parseAddress(address)
  return url !== null && providerOf(url.hostname)?.parse(url) != null
}

/** Removes the signs of a sentence from the end of an address, and a bracket that does not begin in it. */
function withoutSigns(address: string): string {
  let end = address.length
  while (end > 0 && (/[.,;:!?'*]/.test(address[end - 1]!) || (address[end - 1] === ')' && !address.includes('('))))
    end--
  return address.slice(0, end)
}

/** Providers are known without `https:`, as people paste them: `youtu.be/...`, `//www.youtube.com/...`. */
function addressOf(pasted: string): string | null {
  const [, host = ''] = /^(?:\/\/)?([\w.-]+)\//.exec(pasted) ?? []
  const address = providerOf(host.toLowerCase()) ? `https://${pasted.replace(/^\/\//, '')}` : pasted
  return /^https?:/i.test(address) ? address : null
}
