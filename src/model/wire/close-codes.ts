/** Why the server closes a WebSocket. Codes from 4000 to 4999 are free for applications. */
export const closeCodes = {
  /** The page belongs to an earlier run of the server: it has to reload. */
  serverRestarted: 4001,
  /** The message is malformed, or its role may not send it. */
  forbidden: 4400,
  /** The key is wrong or was revoked. */
  invalidKey: 4403,
} as const
