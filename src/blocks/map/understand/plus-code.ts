const digits = '23456789CFGHJMPQRVWX'

/**
 * Reads a full Plus Code, such as `8J3QWJ4Q+Q2`; its middle is the point. Null for anything else. Source: the
 * specification of Open Location Code.
 */
export function readPlusCode(text: string): { lat: number; lng: number } | null {
  const code = /^\s?([2-9CFGHJMPQRVWX]{8})\+([2-9CFGHJMPQRVWX]{2})?\s?$/i.exec(text)
  if (!code) return null
  const pairs = (code[1]! + (code[2] ?? '')).toUpperCase()
  let [lat, lng, step] = [-90, -180, 20]
  for (let i = 0; i < pairs.length; i += 2) {
    lat += digits.indexOf(pairs[i]!) * step
    lng += digits.indexOf(pairs[i + 1]!) * step
    if (i + 2 < pairs.length) step /= 20
  }
  return lat >= 90 || lng >= 180 ? null : { lat: lat + step / 2, lng: lng + step / 2 }
}
