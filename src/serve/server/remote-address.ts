import { getConnInfo } from '@hono/node-server/conninfo'
import type { Context } from 'hono'

/** Returns the address of the device that a request came from; empty if it has closed the connection. */
export const remoteAddressOf = (c: Context): string => (c.env?.incoming && getConnInfo(c).remote.address) || ''
