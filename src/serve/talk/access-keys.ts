import type { Role } from '../../model/wire/talk.ts'
import type { KeptSecrets } from './kept-talk.ts'
import { makeToken, matchesSecret } from './secrets.ts'

/** How many remotes a talk can have at a time. A further one revokes the oldest key. */
const maxRemoteKeys = 20

/** The secrets of a talk: a token in the URL of each role, and a key for each remote that entered the PIN. */
export interface AccessKeys {
  /** The tokens in the URLs. */
  tokens: Readonly<Record<Role, string>>
  /** Whether a secret is the token of a role. */
  isToken(role: Role, given: string): boolean
  /** Whether a secret gives access to a role. For a remote, the token is not enough. */
  isKey(role: Role, given: string): boolean
  /** Creates a key for one more remote. */
  issue(): string
  /** Revokes the keys of all remotes. */
  revokeAll(): void
  /** The keys of all remotes. */
  issued(): readonly string[]
}

/** Creates the secrets of a new talk, or takes those of one that was interrupted. */
export function makeAccessKeys(kept?: Pick<KeptSecrets, 'tokens' | 'remoteKeys'>): AccessKeys {
  const tokens = kept?.tokens ?? { speaker: makeToken(), remote: makeToken(), audience: makeToken() }
  let issued = kept?.remoteKeys ?? []
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
    issued: () => issued,
  }
}
