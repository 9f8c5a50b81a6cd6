/**
 * The message that a server sends to every page at a fixed interval, so that a page can tell a dead connection from an
 * idle one: browsers do not show the pings of a socket to scripts.
 */
export interface Heartbeat {
  type: 'heartbeat'
  /** The time until the next one. Units: milliseconds. */
  heartbeatMs: number
}

/** The default interval: a thousand pages cost the server a hundred short messages per second. Units: milliseconds. */
export const defaultHeartbeatMs = 10_000

/**
 * The interval for those who lead a talk: whoever presses a button must learn within seconds that nobody hears it. Units:
 * milliseconds.
 */
export const leaderHeartbeatMs = 1_500

/** Whether a message is a heartbeat. */
export const isHeartbeat = (message: unknown): message is Heartbeat =>
  (message as Heartbeat | null)?.type === 'heartbeat'
