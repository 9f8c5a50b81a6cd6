import { resolve } from 'node:path'
import { version } from '../../../package.json'
import { type FolderStore, openFolderStore } from '../../jobs/store.ts'
import { formatMessage } from '../../languages/messages.ts'
import { type Fault, KormeError } from '../../model/errors.ts'
import { addressText, type RedisAddress } from '../../model/redis-address.ts'
import { openRedis, type RedisLink } from '../../redis/open-redis.ts'
import { passwordVariable } from '../../redis/redis-fault.ts'
import { redisSettings } from '../../redis/redis-settings.ts'
import type { Call } from '../command.ts'

/** The server that `--jobs` names. Errors: `flag-missing`, `redis-address-secret`, exit code 2. */
export function serverOf({ flags }: Call, command: string): RedisAddress {
  const { jobs } = flags
  if (jobs === undefined) {
    throw new KormeError({ code: 'flag-missing', flag: '--jobs', command, example: 'redis://host:6379' })
  }
  if (jobs === 'secret') throw new KormeError({ code: 'redis-address-secret', variable: passwordVariable })
  return jobs
}

/** Connects to a server. An outage is told on stderr. Errors: those of `openRedis`. */
export function openServer(address: RedisAddress, { flags, messages, terminal }: Call): Promise<RedisLink> {
  const settings = redisSettings(terminal.env)
  const seconds = settings.outageMs / 1000
  const words = messages.cli.build
  return openRedis({
    address,
    ...settings,
    onOutage: (isOut) => {
      if (flags.quiet || flags.json) return
      terminal.err(`${isOut ? words.outage({ server: addressText(address), seconds }) : words.backAgain}\n`)
    },
  })
}

/** The folder that all machines see. Errors: `store-missing`, exit code 2. */
export const openStore = ({ flags }: Call): Promise<FolderStore> => openFolderStore(resolve(flags.store ?? '.'))

/** Identifies the program: two with the same name make the same documents. */
export const programName = ({ program }: Call): string => `${version} ${program ?? 'src'}`

/** Whether there is a sentence for a fault that came from elsewhere. */
export const hasSentence =
  ({ messages }: Call) =>
  (fault: Fault): boolean => {
    try {
      return !/undefined|NaN/.test(formatMessage(messages, fault))
    } catch {
      return false // no such code, or not its fields
    }
  }
