import { KormeError } from '../model/errors.ts'
import { parseRedisAddress, type RedisAddress } from '../model/redis-address.ts'
import { passwordVariable } from './redis-fault.ts'

/** How long an outage of the server is borne. Units: seconds. */
const outageVariable = 'KORME_REDIS_WAIT'
const defaultOutageSeconds = 60

/** What the environment says about Redis. Units: milliseconds. */
export function redisSettings(env: Readonly<Record<string, string | undefined>>): {
  password: string | null
  outageMs: number
} {
  const given = Number(env[outageVariable])
  const seconds = given >= 1 && given <= 86_400 ? given : defaultOutageSeconds
  return { password: env[passwordVariable] || null, outageMs: seconds * 1000 }
}

/** Reads the address of a server. Errors: `redis-address-secret`, `redis-address-unreadable`, exit code 2. */
export function redisAddress(text: string): RedisAddress {
  const address = parseRedisAddress(text)
  if (address === null) throw new KormeError({ code: 'redis-address-unreadable', value: text })
  if (address === 'secret') throw new KormeError({ code: 'redis-address-secret', variable: passwordVariable })
  return address
}
