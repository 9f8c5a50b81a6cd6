import type { Lang } from '../../model/lang.ts'
import type { Invitation } from '../../model/wire/invitation.ts'
import type { ServerMessage } from '../../model/wire/talk.ts'
import type { TalkWords } from '../../model/wire/talk-words.ts'
import { makeDialog } from '../parts/dialog.ts'
import type { Share } from '../show/talk-context.ts'
import { formatDuration } from '../speaker/stopwatch.ts'
import { drawSharing, type RoomMessage, type SharingActions } from './sharing-dialog.ts'
import { makeStageMessages } from './stage-messages.ts'

/** The sharing dialogs of a talk. */
export interface SharingControl extends Omit<Share, 'desk' | 'covers' | 'planTimes'> {
  /** Updates the counts of connected pages and the PIN. */
  setRoom(room: RoomMessage): void
  /** Updates the addresses and QR codes. */
  setInvitation(invitation: Invitation): void
  /** Units: `now` in milliseconds, of a monotonic clock. */
  setConnected(connected: boolean, now: number): void
  /** The talk has other addresses now. */
  setAnew(): void
  receiveStage(message: ServerMessage): void
  /** Something else that the speaker view shows has changed. */
  notify(): void
}

/** Options of `makeSharing`. */
export interface SharingOptions extends SharingActions {
  words: TalkWords
  /** The language to use if there are no words in the requested one. */
  lang: Lang
  /** A monotonic clock. Units: milliseconds. */
  now(): number
  dismiss(dismissal: { type: 'dismiss'; id: string }): void
}

/** Creates the sharing of a talk. */
export function makeSharing(options: SharingOptions): SharingControl {
  const { words, lang } = options
  let room: RoomMessage = { type: 'room', followers: 0, remotes: 0, pin: null, outdated: false }
  let invitation: Invitation | null = null
  let connected = false
  let lostAt: number | null = null
  let isAnew = false
  const listeners = new Set<() => void>()
  const notify = () => {
    for (const listener of listeners) listener()
  }
  const wordsIn = (requested: Lang) => (words[requested] ?? words[lang])?.talk
  const stage = makeStageMessages({ onChange: notify, send: options.dismiss })
  return {
    trouble: (requested) => {
      const { trouble } = wordsIn(requested) ?? {}
      if (!trouble) return null
      if (isAnew) return trouble.anew
      if (lostAt !== null) return trouble.lost.replace('{x}', formatDuration(options.now() - lostAt))
      return room.outdated ? trouble.outdated : null
    },
    stage: {
      shown: stage.shown,
      dismiss: stage.dismiss,
      words: ({ choice, text }, requested) => {
        const { choices, dismiss } = wordsIn(requested)!.stage
        return { text: choice === null ? text : choices[choice], dismiss }
      },
    },
    receiveStage: stage.receive,
    notify,
    status: () => ({ connected, followers: room.followers, remotes: room.remotes }),
    onChange: (listener) => listeners.add(listener),
    makeDialog: (requested, host) => {
      const chosen = words[requested] ?? words[lang]
      if (!chosen) throw new Error('the page has no words for the sharing dialog')
      const dialog = makeDialog('ui-sharing', chosen.talk.share.title, chosen.page.close, host)
      const toggleFullscreenQr = () => {
        dialog.close()
        options.toggleFullscreenQr()
      }
      const { parts, update, cover } = drawSharing(chosen.talk, { ...options, toggleFullscreenQr })
      dialog.body.append(...parts)
      dialog.onClose(cover)
      const refresh = () => update(room, invitation)
      listeners.add(refresh)
      refresh()
      return dialog
    },
    setRoom: (next) => {
      room = next
      notify()
    },
    setInvitation: (next) => {
      invitation = next
      notify()
    },
    setAnew: () => {
      isAnew = true
      notify()
    },
    setConnected: (next, now) => {
      connected = next
      lostAt = next ? null : (lostAt ?? now)
      if (next) isAnew = false
      notify()
    },
  }
}
