import type { NodePath } from '../../model/source.ts'
import type { EditingMessage, Editor, PresenceMessage } from '../../model/wire/edit-service.ts'
import type { Peer } from '../server/channel.ts'
import { isNodePath } from './parse-request.ts'

/** Who edits one deck, and where. */
export interface Presence<T> {
  /** A page tells where its editor is. Returns whether it is a new one. */
  update(peer: Peer<T>, message: EditingMessage): boolean
  /** A page disconnected. */
  leave(peer: Peer<T>): void
  /** The pages that edit. */
  peers(): Iterable<Peer<T>>
}

/** The longest name that is shown. Units: characters. */
const maxName = 40

/** Returns a message of a page that edits, or null if it is none. */
export function parseEditing(message: unknown): EditingMessage | null {
  const { type, token, name, slide, open } = (message ?? {}) as Partial<EditingMessage>
  const isSlide = slide === null || (Number.isSafeInteger(slide) && (slide as number) > 0)
  const isOpen = open === null || isNodePath(open)
  return type === 'editing' && typeof token === 'string' && typeof name === 'string' && isSlide && isOpen
    ? { type, token, name: shownName(name), slide: slide as number | null, open: open as NodePath | null }
    : null
}

/** A name on one line, without characters that nobody sees. */
const shownName = (name: string): string => [...name.replace(/[\p{C}\p{Z}]/gu, ' ').trim()].slice(0, maxName).join('')

/** Creates the record of those who edit a deck. Each is told of all. */
export function makePresence<T>(): Presence<T> {
  const editors = new Map<Peer<T>, Editor>()
  let last = 0
  const tell = () => {
    const all = [...editors.values()]
    for (const [peer, { number }] of editors)
      peer.send({ type: 'presence', you: number, editors: all } satisfies PresenceMessage)
  }
  return {
    update: (peer, { name, slide, open }) => {
      const before = editors.get(peer)
      editors.set(peer, { number: before?.number ?? ++last, name, slide, open })
      tell()
      return before === undefined
    },
    leave: (peer) => {
      if (editors.delete(peer)) tell()
    },
    peers: () => editors.keys(),
  }
}
