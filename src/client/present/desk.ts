import type { Lang } from '../../model/lang.ts'
import { writeVotesCsv } from '../../model/votes-csv.ts'
import type { DeskMessage, PollView, QuestionView } from '../../model/wire/polls.ts'
import type { TalkWords } from '../../model/wire/talk-words.ts'
import type { Show } from '../show/show.ts'
import type { DeskPart } from '../show/talk-context.ts'
import { makeDeskPoll } from './desk-poll.ts'
import { makeDeskQuestions } from './desk-questions.ts'
import { makePollDrawing } from './poll-drawing.ts'
import { makeScreenQuestion } from './screen-question.ts'
import type { TalkConnection } from './talk-connection.ts'

/** Votes and questions on the speaker's page. */
export interface Desk {
  receive(message: DeskMessage): void
  /** Creates what the speaker view shows of them, in the speaker's language. */
  makePart(lang: Lang, host: HTMLElement): DeskPart
  /** Saves all votes and questions as a file. `lang`: the language of the speaker. */
  save(lang: Lang): void
  /** The question that is on the screen; null if there is none. */
  onScreen(): QuestionView | null
  takeOffScreen(): void
}

/** Options of `makeDesk`. */
export interface DeskOptions {
  show: Show
  words: TalkWords
  lang: Lang
  send: TalkConnection['send']
  /** The number of phones that are connected. */
  phones(): number
  /** Called after the question on the screen has changed. */
  onScreenChange(): void
}

/** Creates the desk, and shows results and questions on the slides. */
export function makeDesk({ show, words, lang, send, phones, onScreenChange }: DeskOptions): Desk {
  const { page } = show
  let poll: PollView | null = null
  let list: readonly QuestionView[] = []
  let screen: string | null = null
  let fileLang = lang
  const parts = new Set<() => void>()
  const wordsIn = (wanted: Lang) => (words[wanted] ?? words[lang])!.talk
  const drawing = makePollDrawing(
    page,
    (count) => wordsIn(page.lang).vote.voters.replace('{x}', `${count}`),
    (slides) => page.notifyEdit(slides),
  )
  const question = makeScreenQuestion(() => wordsIn(page.lang).ask.onScreen)
  const update = () => {
    for (const one of parts) one()
  }
  const save = (wanted: Lang) => {
    fileLang = wanted
    send({ type: 'results' })
  }
  return {
    save,
    onScreen: () => list.find(({ id }) => id === screen) ?? null,
    takeOffScreen: () => send({ type: 'screen', question: null }),
    receive: (message) => {
      if (message.type === 'ballot') {
        poll = message.poll
        drawing.update(poll)
      } else if (message.type === 'questions') {
        list = message.list
        screen = message.screen
        question.update(list, screen)
        onScreenChange()
      } else if (message.type === 'results') {
        const { file } = wordsIn(fileLang).desk
        const text = writeVotesCsv(message, { words: file, separator: fileLang === 'en' ? ',' : ';' })
        download(`${file.name}.csv`, text)
      }
      update()
    },
    makePart: (wanted, host) => {
      const { desk } = wordsIn(wanted)
      const vote = makeDeskPoll(desk, (change) => poll && send({ type: 'poll', poll: poll.id, ...change }))
      const questions = makeDeskQuestions({
        words: desk,
        close: words[wanted]?.page.close ?? '',
        host,
        setState: (id, state) => send({ type: 'question', question: id, state }),
        setScreen: (id) => send({ type: 'screen', question: id }),
        save: () => save(wanted),
      })
      const draw = () => {
        vote.update(poll, phones())
        questions.update(list, screen)
      }
      parts.add(draw)
      draw()
      return { part: vote.part, button: questions.button, update: draw, isOpen: questions.isOpen }
    },
  }
}

function download(name: string, text: string): void {
  const url = URL.createObjectURL(new Blob([text], { type: 'text/csv;charset=utf-8' }))
  const link = document.createElement('a')
  link.href = url
  link.download = name
  link.click()
  URL.revokeObjectURL(url)
}
