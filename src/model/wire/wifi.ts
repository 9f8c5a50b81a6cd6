/** A Wi-Fi network as people join it. An empty password is that of an open network. */
export interface WifiNetwork {
  name: string
  password: string
}

/** Limits of the standard. Units: bytes of the name, characters of the password. */
const maxNameBytes = 32
const passwordLength = { min: 8, max: 63 }

/** What is wrong with a network that somebody typed; null if nothing is. */
export function wifiFault({ name, password }: WifiNetwork): 'name' | 'password' | null {
  const isName = name !== '' && isPrintable(name) && bytesOf(name) <= maxNameBytes
  if (!isName) return 'name'
  if (password === '') return null
  const isPassword = password.length >= passwordLength.min && bytesOf(password) <= passwordLength.max
  // 64 hexadecimal digits are the key itself.
  return isPrintable(password) && (isPassword || /^[\da-f]{64}$/i.test(password)) ? null : 'password'
}

/**
 * The text of the QR code by which a phone joins a network. Marks that the format uses are escaped; names and passwords of
 * hexadecimal digits are not quoted, although the format once asked for it, since the cameras of phones take the marks as a
 * part of the name.
 */
export function wifiText({ name, password }: WifiNetwork): string {
  const security = password === '' ? 'T:nopass' : 'T:WPA'
  const key = password === '' ? '' : `P:${escapeMarks(password)};`
  return `WIFI:${security};S:${escapeMarks(name)};${key};`
}

const escapeMarks = (text: string): string => text.replace(/[\\;,:"]/g, '\\$&')

const bytesOf = (text: string): number => new TextEncoder().encode(text).length

/** Half of a surrogate pair and control characters cannot be typed on a phone. */
const isPrintable = (text: string): boolean => !/[\p{Cc}\p{Surrogate}\u2028\u2029]/u.test(text)
