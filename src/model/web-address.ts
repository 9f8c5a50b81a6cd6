/**
 * Parses an address. All addresses that authors write are parsed here, because `new URL` throws for what people paste.
 * Errors: null if no browser can open the address, such as `https://`, `http://[` or `https://a.kz:99999/`.
 */
export function parseAddress(address: string): URL | null {
  try {
    return new URL(address)
  } catch {
    return null
  }
}

/** Returns the host of an address without `www.`; the address itself if it has none. */
export const hostOf = (address: string): string => parseAddress(address)?.hostname.replace(/^www\./, '') || address

const tagStart = /<(?:iframe|a|script|video|embed)(?=\s)/gi
const addressAttribute = /\s(?:src|href)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>"']+))/i

/** Returns the address in pasted HTML, such as `<iframe src="…">`; null if there is none. Takes linear time. */
export function addressInHtml(text: string): string | null {
  tagStart.lastIndex = 0
  for (let tag = tagStart.exec(text); tag; tag = tagStart.exec(text)) {
    const close = text.indexOf('>', tag.index)
    const end = close < 0 ? text.length : close
    const [, double, single, plain] = addressAttribute.exec(text.slice(tag.index, end)) ?? []
    const address = double ?? single ?? plain
    if (address?.trim()) return address.trim().replace(/&(?:amp|#38|#x26);/gi, '&')
    tagStart.lastIndex = end
  }
  return null
}
