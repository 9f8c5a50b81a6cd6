/**
 * Returns an identifier of the device that an address belongs to. A device in an IPv6 network can choose any number of
 * addresses, so all addresses of one network count as one device.
 *
 * Shape: an address as Node reports it; an IPv4 address may be written as IPv6 (`::ffff:192.0.2.7`).
 */
export function deviceOf(address: string): string {
  const plain = address.replace(/^::ffff:(?=\d+\.)/i, '')
  if (!plain.includes(':')) return plain
  const [head = '', tail] = plain.split('%')[0]!.split('::')
  const [front, back] = [head, tail ?? ''].map((part) => (part === '' ? [] : part.split(':')))
  const zeros = tail === undefined ? [] : Array<string>(Math.max(0, 8 - front!.length - back!.length)).fill('0')
  return [...front!, ...zeros, ...back!].slice(0, 4).join(':')
}
