import type { MachineFault } from '../model/errors.ts'
import { addressText, type RedisAddress } from '../model/redis-address.ts'

/** The variable that holds the password. */
export const passwordVariable = 'KORME_REDIS_PASSWORD'

/** The oldest version that has all commands that are used. */
const neededVersion = [6, 2]

/** Explains why a server cannot be used. `error` is what the client threw, or null if nothing came in time. */
export function redisFault(error: unknown, address: RedisAddress, hasPassword: boolean): MachineFault {
  const server = addressText(address)
  const { code = '', message = '' } = (error ?? {}) as NodeJS.ErrnoException
  // HELLO, the first command of a connection, came with version 6.
  if (/unknown command/i.test(message))
    return { code: 'redis-outdated', server, found: '5', needed: neededVersion.join('.') }
  if (error === null) return { code: 'redis-silent', server }
  if (/^(?:WRONGPASS|NOAUTH|NOPERM)\b|^ERR .*\bAUTH\b|invalid (?:username|password)/i.test(message)) {
    return { code: 'redis-password-wrong', server, variable: passwordVariable, given: hasPassword }
  }
  if (address.tls && isTlsError(code, message))
    return { code: 'redis-tls-failed', server, reason: code || shown(message) }
  if (/Protocol error|Unknown RESP|Cannot parse|unexpected reply/i.test(message))
    return { code: 'redis-unlike', server }
  if (/^LOADING|^MASTERDOWN|^READONLY|^MISCONF|^OOM|max number of clients/i.test(message)) {
    return { code: 'redis-unready', server, reason: shown(message) }
  }
  return { code: 'redis-unreachable', server, reason: code || shown(message) }
}

/** A message without the names and passwords of addresses in it. */
const shown = (message: string): string => message.slice(0, 200).replace(/:\/\/[^\s/]*@/g, '://')

const isTlsError = (code: string, message: string): boolean =>
  /^(?:ETIMEDOUT$|ECONNRESET$|ERR_(?:SSL|TLS)|CERT_|DEPTH_|SELF_SIGNED|UNABLE_TO_)|EPROTO/.test(code) ||
  /\b(?:SSL|TLS|certificate)\b/i.test(message)

/** Returns the fault of a server that is too old, by what it says of itself; null if it is new enough. */
export function versionFault(info: string, address: RedisAddress): MachineFault | null {
  const found = /^redis_version:(\d+)\.(\d+)\S*/m.exec(info)
  if (!found) return null
  const [whole, major, minor] = found
  const difference = Number(major) - neededVersion[0]! || Number(minor) - neededVersion[1]!
  if (difference >= 0) return null
  const version = whole.slice('redis_version:'.length)
  return { code: 'redis-outdated', server: addressText(address), found: version, needed: neededVersion.join('.') }
}
