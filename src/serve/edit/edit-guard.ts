import type { Context } from 'hono'
import type { Messages } from '../../languages/messages.ts'
import type { HostCheck } from '../server/host-check.ts'
import { remoteAddressOf } from '../server/remote-address.ts'
import { type EditAccess, isFromOwnPage } from './access.ts'
import { EditRefused } from './edit-refused.ts'

/** Options of `makeEditGuard`. */
export interface EditGuardOptions {
  access: EditAccess
  hostCheck: HostCheck
  /** The messages for a reader, by the header `Accept-Language`. */
  messagesFor(accepted: string | undefined): Messages
  onError(error: unknown): void
}

/** A handler of a route, which gives the body of its answer. Errors: `EditRefused`. */
export type EditHandler = (c: Context) => Promise<unknown>

/** Wraps the handlers of all routes that edit. */
export interface EditGuard {
  /** Answers only pages of this server that may edit. What is refused gets a sentence. */
  editors(handler: EditHandler): (c: Context) => Promise<Response>
  /** Answers any page of this server: to let it enter the PIN. */
  ownPages(handler: EditHandler): (c: Context) => Promise<Response>
}

/** Creates the guard. */
export function makeEditGuard({ access, hostCheck, messagesFor, onError }: EditGuardOptions): EditGuard {
  const isOwn = ({ req }: Context) =>
    isFromOwnPage(
      {
        method: req.method,
        origin: req.header('origin'),
        host: req.header('host'),
        site: req.header('sec-fetch-site'),
      },
      hostCheck,
    )
  const mayEdit = (c: Context) => {
    const [, secret] = /^Bearer ([\w-]{1,100})$/.exec(c.req.header('authorization') ?? '') ?? []
    return access.allows(secret, remoteAddressOf(c))
  }
  const guarded = (allows: (c: Context) => boolean, handler: EditHandler) => async (c: Context) => {
    try {
      if (!allows(c)) throw new EditRefused({ code: 'edit-forbidden' })
      return c.json((await handler(c)) as object)
    } catch (error) {
      const refused = error instanceof EditRefused ? error : new EditRefused({ code: 'edit-failed' })
      if (refused !== error) onError(error)
      return c.json(refused.body(messagesFor(c.req.header('accept-language'))), refused.status)
    }
  }
  return {
    editors: (handler) => guarded((c) => isOwn(c) && mayEdit(c), handler),
    ownPages: (handler) => guarded(isOwn, handler),
  }
}
