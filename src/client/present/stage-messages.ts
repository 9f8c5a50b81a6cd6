import { type StageMessage, stageMessageCount, stageMessageMs } from '../../model/wire/stage-message.ts'
import type { ServerMessage } from '../../model/wire/talk.ts'

/** The messages to the speaker that are on the screen now. */
export interface StageMessages {
  /** The newest one last. */
  shown(): readonly StageMessage[]
  receive(message: ServerMessage): void
  /** Takes a message from the screen here, and tells the other pages to do so. */
  dismiss(id: string): void
}

/** Creates the list, which is empty. `onChange` is called after each change; `send` tells other pages of a dismissal. */
export function makeStageMessages({
  onChange,
  send,
}: {
  onChange(): void
  send(dismissal: { type: 'dismiss'; id: string }): void
}): StageMessages {
  let shown: readonly StageMessage[] = []
  const remove = (id: string) => {
    if (!shown.some((one) => one.id === id)) return
    shown = shown.filter((one) => one.id !== id)
    onChange()
  }
  return {
    shown: () => shown,
    receive: (message) => {
      if (message.type === 'dismiss') remove(message.id)
      else if (message.type === 'stage' && !shown.some(({ id }) => id === message.message.id)) {
        shown = [...shown, message.message].slice(-stageMessageCount)
        window.setTimeout(remove, stageMessageMs, message.message.id)
        onChange()
      }
    },
    dismiss: (id) => {
      remove(id)
      send({ type: 'dismiss', id })
    },
  }
}
