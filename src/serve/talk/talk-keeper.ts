import type { PrivateFiles } from '../../system/private-files.ts'
import { type KeptTalk, keptLimitBytes } from './kept-talk.ts'

/** What is lost at most when the machine fails, and how much of the time is spent on writing. Units: milliseconds; share. */
const writeDelayMs = 300
const maxWritingShare = 0.1
/** A talk in which nothing happens is not taken for one that ended. Units: milliseconds. */
const refreshMs = 3_600_000

/** Writes a running talk to its file, so that another process can go on with it. */
export interface TalkKeeper {
  /** Something changed: it is written soon. */
  changed(): void
  /** Stops. `keep`: the file stays with the newest state, else it is removed. */
  close(keep: boolean): Promise<void>
}

/** Options of `keepTalk`. */
export interface TalkKeeperOptions {
  talks: PrivateFiles
  /** The name of the file. */
  name: string
  /** Returns how the talk stands. */
  read(): KeptTalk
}

/** Writes a talk now, and soon after each change. A talk that cannot be written goes on all the same. */
export async function keepTalk({ talks, name, read }: TalkKeeperOptions): Promise<TalkKeeper> {
  let timer: NodeJS.Timeout | undefined
  let writing: Promise<void> = Promise.resolve()
  let pauseMs = writeDelayMs
  let closed = false
  const write = async () => {
    const begun = performance.now()
    await talks.write(name, toText(read()))
    pauseMs = Math.max(writeDelayMs, (performance.now() - begun) / maxWritingShare)
  }
  const writeSoon = () => {
    timer ??= setTimeout(() => {
      // A change during the writing starts the next one, which waits for this one.
      writing = writing.then(write)
      timer = undefined
    }, pauseMs)
  }
  const refresh = setInterval(writeSoon, refreshMs)
  refresh.unref()
  await write()
  return {
    changed: () => {
      if (!closed) writeSoon()
    },
    close: async (keep) => {
      closed = true
      clearInterval(refresh)
      clearTimeout(timer)
      await writing
      if (keep) await write()
      else await talks.remove(name)
    },
  }
}

/** Drawings have no place in a file that would be too large to be read. */
function toText(kept: KeptTalk): string {
  const text = JSON.stringify(kept)
  if (text.length <= keptLimitBytes / 2) return text
  const { state } = kept
  return JSON.stringify({ ...kept, state: { ...state, talk: { ...state.talk, drawings: {} } } })
}
