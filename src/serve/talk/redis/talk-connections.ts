import type { Redis, RedisOptions } from 'ioredis'
import { loadIoredis } from '../../../redis/load-redis.ts'
import type { RedisLink } from '../../../redis/open-redis.ts'
import { UnreachableError } from '../broadcast.ts'

/** How often the connections are tried, and how long an answer may take: a machine that has lost its power closes none. Units: ms. */
const pingMs = 2_000
const pingAnswerMs = 3_000
/** How long a command waits for a connection that is coming back, and for its answer. Units: milliseconds. */
const waitMs = 5_000

/** The connections of a talk to Redis, which come back by themselves. */
export interface TalkConnections {
  /** Whether nothing can be sent now. */
  isOut(): boolean
  /** Runs a command at once, or rejects. Errors: `UnreachableError`. Units of `answerMs`: milliseconds. */
  now<T>(command: (client: Redis) => Promise<T>, answerMs: number): Promise<T>
  /** Runs a command that may be repeated; waits some seconds if there is no connection. Errors: `UnreachableError`. */
  run<T>(command: (client: Redis) => Promise<T>): Promise<T>
  /** A command got no answer in time: nothing more is sent until a ping does. */
  suspect(): void
  close(): void
}

/** What happens to the connections. */
export interface ConnectionEvents {
  /** A text has come by the channel. */
  onText(text: string): void
  /** All connections stand again after one of them was lost: messages may be missing. */
  onBack(): void
}

/** Opens one connection for commands and one that listens to a channel. Errors: `UnreachableError`. */
export async function openTalkConnections(
  link: RedisLink,
  channel: string,
  { onText, onBack }: ConnectionEvents,
): Promise<TalkConnections> {
  const { Redis } = await loadIoredis()
  // What was on its way when a connection broke is not sent again: this process knows best what is still wanted.
  const own: RedisOptions = {
    ...link.options,
    lazyConnect: true,
    enableOfflineQueue: false,
    autoResendUnfulfilledCommands: false,
  }
  const commands = new Redis({ ...own, replyMapping: 'legacy' })
  const listener = new Redis({ ...own, replyMapping: 'legacy', autoResubscribe: false })
  let isOpen = false
  let isSuspect = false
  let isClosed = false
  let listens = false
  const waiting = new Set<() => void>()
  const isOut = () => commands.status !== 'ready' || !listens || isSuspect
  const settle = () => {
    if (isOut()) return
    for (const go of [...waiting]) go()
    if (isOpen) onBack()
  }
  const listen = async () => {
    await within(listener.subscribe(channel), waitMs)
    listens = true
    settle()
  }
  for (const client of [commands, listener]) client.on('error', () => {})
  commands.on('ready', settle)
  listener.on('ready', () => listen().catch(() => listener.disconnect(true)))
  listener.on('close', () => {
    listens = false
  })
  listener.on('message', (_channel, text) => onText(text))
  const probe = async (client: Redis) => {
    if (client.status !== 'ready') return
    await within(client.ping(), pingAnswerMs).then(
      () => {
        if (client !== commands || !isSuspect) return
        isSuspect = false
        settle()
      },
      // Not after it was closed, and not a connection that has come back meanwhile.
      () => !isClosed && client.status === 'ready' && client.disconnect(true),
    )
  }
  const timer = setInterval(() => {
    void probe(commands)
    void probe(listener)
  }, pingMs)
  timer.unref()
  const ready = () =>
    new Promise<void>((resolve, reject) => {
      if (!isOut()) return resolve()
      const go = () => {
        clearTimeout(late)
        waiting.delete(go)
        resolve()
      }
      const late = setTimeout(() => {
        waiting.delete(go)
        reject(new UnreachableError())
      }, waitMs)
      waiting.add(go)
    })
  const now = async <T>(command: (client: Redis) => Promise<T>, answerMs: number): Promise<T> => {
    if (isOut()) throw new UnreachableError()
    return within(command(commands), answerMs)
  }
  const close = () => {
    isClosed = true
    clearInterval(timer)
    for (const client of [commands, listener]) client.disconnect()
  }
  try {
    await Promise.all([within(commands.connect(), waitMs), within(listener.connect(), waitMs)])
    await ready()
  } catch (error) {
    close()
    throw error
  }
  isOpen = true
  return {
    isOut,
    now,
    run: async (command) => {
      await ready()
      // The connection may have been lost without a sign.
      return now(command, waitMs).catch(async () => {
        await ready()
        return now(command, waitMs)
      })
    },
    suspect: () => {
      isSuspect = true
      void probe(commands)
    },
    close,
  }
}

/** Rejects with `UnreachableError` if a promise does, or takes too long. */
async function within<T>(promise: Promise<T>, ms: number): Promise<T> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new UnreachableError()), ms)
  })
  try {
    return await Promise.race([promise, late])
  } catch (error) {
    throw error instanceof UnreachableError ? error : new UnreachableError((error as Error).message)
  } finally {
    clearTimeout(timer)
  }
}
