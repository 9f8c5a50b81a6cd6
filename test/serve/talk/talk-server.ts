import { once } from 'node:events'
import { cp, mkdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { WebSocket } from 'ws'
import { openLive } from '../../../src/live/open-live.ts'
import type { Lang } from '../../../src/model/lang.ts'
import type { ClientMessage, Role, ServerMessage } from '../../../src/model/wire/talk.ts'
import { loadTalkPages } from '../../../src/serve/talk/talk-pages.ts'
import { openTalkSession, type SessionOptions, type TalkSession } from '../../../src/serve/talk/talk-session.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'
import { openSocket } from '../ask.ts'
import { freePort } from '../korme-serve.ts'

/** A word that occurs only in notes: the audience must never get it. */
export const secret = 'құпиясөз'

/** Four slides in Kazakh, with notes on the first two. */
export const deckOf = (second = 'Екінші слайд') =>
  JSON.stringify({
    name: 'Көрме',
    minutes: 10,
    content: [
      { block: '1', title: 'Көрме', text: 'Талдықорған', notes: `Амандасу, ${secret} бірінші.` },
      { title: second, text: '- бір\n- екі', notes: `Мұнда ${secret} екінші.` },
      { title: 'Үшінші слайд', text: 'Мәтін' },
      { title: 'Төртінші слайд', text: 'Соңы' },
    ],
  })

/** A talk with a deck in a temporary folder. */
export interface TestTalk {
  session: TalkSession
  deck: string
  /** The URL of a role's page. */
  page(role: Role): string
  close(): Promise<void>
}

const fail = (error: unknown): never => {
  throw error
}

/** Serves a talk as `korme present` does, on a port that no other test takes when the talk ends. */
export async function openTalk(
  port?: number,
  beatMs?: number,
  messages: Lang | null = null,
  text = deckOf(),
  more: Partial<SessionOptions> = {},
): Promise<TestTalk> {
  const root = temporaryFolder('talk')
  await mkdir(join(root, 'static'))
  await cp(new URL('../../../static/img/logo.png', import.meta.url).pathname, join(root, 'static/logo.png'))
  const deck = join(root, 'talk.json')
  await writeFile(deck, text)
  const live = await openLive(deck, { root, rejectTruncated: true })
  const session = await openTalkSession({
    live,
    renderer: await loadTalkPages(),
    network: false,
    messages,
    port: port ?? (await freePort()),
    heartbeatMs: beatMs,
    command: 'npx korme present talk.json --host',
    onError: fail,
    ...more,
  })
  return {
    session,
    deck,
    page: (role) => {
      const { speaker, remote, audience } = session.place().urls
      return { speaker, remote: remote[0]!, audience: audience[0]! }[role]
    },
    close: async () => {
      await session.close()
      await rm(root, { recursive: true, force: true })
    },
  }
}

/** A page of a talk without a browser. */
export interface Visitor {
  socket: WebSocket
  key: string
  told: ServerMessage[]
  /** All messages as they arrived. */
  traffic(): string
  say(asked: Omit<ClientMessage, 'key'> & Record<string, unknown>, key?: string): void
  /** The next message of a type. */
  next<K extends ServerMessage['type']>(type: K): Promise<Extract<ServerMessage, { type: K }>>
  /** The code with which the server closes the socket. */
  ended: Promise<number>
}

/** Connects as the page of a role does. */
export async function visit({ session, page }: TestTalk, role: Role, address = page(role)): Promise<Visitor> {
  const { pathname } = new URL(address)
  const socket = await openSocket(session.server.port, `${pathname}talk`)
  if (typeof socket === 'number') throw new Error(`refused: ${socket}`)
  const key = pathname.split('/')[2]!
  const told: ServerMessage[] = []
  const raw: string[] = []
  const waiting: { type: string; take(told: ServerMessage): void }[] = []
  socket.on('message', (data) => {
    raw.push(data.toString())
    const message = JSON.parse(data.toString()) as ServerMessage
    const at = waiting.findIndex(({ type }) => type === message.type)
    if (at >= 0) waiting.splice(at, 1)[0]!.take(message)
    else told.push(message)
  })
  return {
    socket,
    key,
    told,
    traffic: () => raw.join('\n'),
    say: (asked, other = key) => socket.send(JSON.stringify({ ...asked, key: other })),
    next: (type) => {
      const at = told.findIndex((message) => message.type === type)
      if (at >= 0) return Promise.resolve(told.splice(at, 1)[0] as never)
      return new Promise((resolve) => {
        waiting.push({ type, take: resolve as (told: ServerMessage) => void })
      })
    },
    ended: once(socket, 'close').then(([code]) => code as number),
  }
}

/** Connects, and waits for the state of the talk. */
export async function enter(talk: TestTalk, role: Role, version = 0): Promise<Visitor> {
  const visitor = await visit(talk, role)
  visitor.say({ type: 'hello', version })
  await visitor.next('state')
  return visitor
}

/** Connects a remote that has entered the PIN. All that it says needs the key. */
export async function enterRemote(
  talk: TestTalk,
  speaker: Visitor,
): Promise<{ remote: Visitor; key: string; pin: string }> {
  const { pin } = await speaker.next('room')
  const remote = await visit(talk, 'remote')
  remote.say({ type: 'hello', version: 0 })
  await remote.next('pin')
  remote.say({ type: 'pin', pin: pin! })
  const { key } = await remote.next('welcome')
  remote.say({ type: 'hello', version: 0 }, key)
  await remote.next('state')
  return { remote, key, pin: pin! }
}
