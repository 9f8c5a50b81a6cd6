/**
 * What a server says to every page at a fixed interval, so that a page knows a dead line from one on which nothing happens:
 * browsers do not show their scripts the pings of a socket. Units: milliseconds until the next one.
 */
export interface Heartbeat {
  heartbeatMs: number
}

/** How often that is, unless a server says otherwise: a thousand pages cost it a hundred short messages a second. */
export const defaultHeartbeatMs = 10_000

/** Whether a message is one. */
export const isHeartbeat = (message: unknown): message is Heartbeat =>
  typeof (message as Heartbeat | null)?.heartbeatMs === 'number'
