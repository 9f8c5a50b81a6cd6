import type { Lang } from '../../model/lang.ts'
import type { MeasuredTime, RehearsalMessage } from '../../model/wire/rehearsal.ts'
import type { StageMessage } from '../../model/wire/stage-message.ts'
import type { PresentWords } from '../../model/wire/talk-words.ts'
import type { PageWords } from '../../model/words.ts'
import type { DrawingBoard } from '../drawing/drawing-board.ts'
import type { Rehearsal } from '../speaker/rehearsal.ts'
import type { Stopwatch } from '../speaker/stopwatch.ts'
import type { Show } from './show.ts'
import type { SlideLanguages } from './slide-languages.ts'

/** Votes and questions in a speaker view: the poll of the current slide, and a button that opens the questions. */
export interface DeskPart {
  part: HTMLElement
  button: HTMLElement
  update(): void
  isOpen(): boolean
}

/** What covers the projected slide, so that the speaker view shows something else than the hall sees. */
export interface SlideCover {
  kind: 'question' | 'hall'
  /** The text of a question, as somebody wrote it; null for the codes. */
  detail: string | null
  remove(): void
}

/** Plans the times of a rehearsal in the deck. */
export interface PlanTimes {
  /**
   * Asks what would change (`base` is null), or writes it: see `RehearsalAction`. Resolves to the answer; to null if there is
   * no connection.
   */
  plan(times: readonly MeasuredTime[], lang: Lang, base: string | null): Promise<RehearsalMessage | null>
  /** The words in a language. */
  words(lang: Lang): PresentWords['rehearsal']
}

/** The connection of a talk with other devices. */
export interface Share {
  /** Whether the server is connected, and the numbers of followers and remotes. */
  status(): { connected: boolean; followers: number; remotes: number }
  /** Creates the dialog with URLs, QR codes and the PIN, in the speaker's language. */
  makeDialog(lang: Lang, host: HTMLElement): { open(): void; isOpen(): boolean; close(): void }
  /** Votes and questions of the audience. */
  desk: {
    makePart(lang: Lang, host: HTMLElement): DeskPart
    /** Saves them as a file, in the speaker's language. */
    save(lang: Lang): void
  }
  /** What is wrong with the connection, and what to do, in a language; null if nothing is. It is told to the speaker alone. */
  trouble(lang: Lang): string | null
  /** What covers the projected slide, and its words in a language: a sentence, and the name of the button that removes it. */
  covers: {
    shown(): readonly SlideCover[]
    words(cover: SlideCover, lang: Lang): { text: string; remove: string }
  }
  /** The messages to the speaker. */
  stage: {
    shown(): readonly StageMessage[]
    dismiss(id: string): void
    /** The text of a message, and the name of the button that takes it away, in a language. */
    words(message: StageMessage, lang: Lang): { text: string; dismiss: string }
  }
  planTimes: PlanTimes
  /** Calls the listener after every change of the status. */
  onChange(listener: () => void): void
}

/** What all windows of a talk share. */
export interface TalkContext {
  show: Show
  board: DrawingBoard
  stopwatch: Stopwatch
  rehearsal: Rehearsal
  /** The words of the speaker view in the languages that the speaker can choose. */
  languages: Partial<Record<Lang, PageWords>>
  /** The language that `korme present` was told to use, or that the speaker chose on this page. */
  requestedLang: Lang | null
  /** Null for a deck that is shown in one language. */
  slideLanguages: SlideLanguages | null
  /** Null for a deck that is opened from a file. */
  share: Share | null
}

/** Starts the stopwatch when the slide or its steps change, unless the speaker has already used it. */
export function startStopwatchOnFirstStep(show: Show, stopwatch: Stopwatch): void {
  let [index, shown] = [show.index(), show.shown()]
  show.onChange(() => {
    const isStep = show.index() !== index || show.shown() !== shown
    index = show.index()
    shown = show.shown()
    if (isStep && !stopwatch.used()) stopwatch.start()
  })
}
