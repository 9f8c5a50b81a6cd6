import type { Role } from '../../model/wire/talk.ts'
import { makeToken, matchesSecret } from './secrets.ts'

/** Phones that may drive a talk at a time; the oldest key goes first. */
const maxRemoteKeys = 20

/** The secrets of a talk: one in the address of each role, and one for each remote that knew the number. */
export interface AccessKeys {
  tokens: Readonly<Record<Role, string>>
  isToken(role: Role, given: string): boolean
  /** Whether whoever has this may take part in a role. The address of a remote alone is not enough. */
  isKey(role: Role, given: string): boolean
  /** A key for one more remote. */
  issue(): string
  /** All keys of remotes are void. */
  revokeAll(): void
}

/** Makes fresh ones. They last as long as the process. */
export function makeAccessKeys(): AccessKeys {
  const tokens = { speaker: makeToken(), remote: makeToken(), audience: makeToken() }
  let issued: string[] = []
  const isToken = (role: Role, given: string) => matchesSecret(given, tokens[role])
  return {
    tokens,
    isToken,
    isKey: (role, given) =>
      role === 'remote' ? issued.some((key) => matchesSecret(given, key)) : isToken(role, given),
    issue: () => {
      const key = makeToken()
      issued = [...issued, key].slice(-maxRemoteKeys)
      return key
    },
    revokeAll: () => {
      issued = []
    },
  }
}
