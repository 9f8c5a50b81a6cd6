import { KormeError } from '../../model/errors.ts'
import type { Flags } from '../command.ts'

/** The port that was asked for. Errors: `port-unreadable`, exit code 2. */
export function parsePort({ port }: Flags): number | undefined {
  if (port === undefined) return undefined
  const number = /^\d{1,5}$/.test(port) ? Number(port) : 0
  if (number < 1 || number > 65_535) throw new KormeError({ code: 'port-unreadable', value: port }, 2)
  return number
}
