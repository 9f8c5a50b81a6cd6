// Why the server closes a WebSocket. Codes from 4000 to 4999 are free for applications.

/** The page belongs to an earlier run of the server: it has to reload. */
export const serverRestarted = 4001

/** The message is malformed, or its role may not send it. */
export const forbidden = 4400

/** The key is wrong or was revoked. */
export const invalidKey = 4403
