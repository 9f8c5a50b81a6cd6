import type { Lang } from '../../model/lang.ts'
import type { PageWords } from '../../model/words.ts'
import type { DrawingBoard } from '../drawing/drawing-board.ts'
import type { Stopwatch } from '../speaker/stopwatch.ts'
import type { Show } from './show.ts'

/** How a talk reaches other devices, where a server carries it there. */
export interface Share {
  /** Whether the server is in reach, how many follow, how many phones may drive. */
  status(): { connected: boolean; followers: number; remotes: number }
  /** The dialog with addresses, codes to scan and the PIN, in a language of the speaker's. */
  makeDialog(lang: Lang, host: HTMLElement): { open(): void; isOpen(): boolean; close(): void }
  onChange(listener: () => void): void
}

/** What all windows of one talk have in common. */
export interface TalkContext {
  show: Show
  ink: DrawingBoard
  stopwatch: Stopwatch
  /** The words of the speaker view, in each language that the speaker may choose. */
  languages: Partial<Record<Lang, PageWords>>
  share: Share | null
}

/** Starts the stopwatch at the first step, unless the speaker has already used it. */
export function startStopwatchOnFirstStep(show: Show, stopwatch: Stopwatch): void {
  const first = show.index()
  show.onChange(() => {
    if (show.index() !== first && !stopwatch.used()) stopwatch.start()
  })
}
