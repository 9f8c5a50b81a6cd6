import type { Lang } from '../../model/lang.ts'
import type { TalkWords } from '../../model/wire/talk-words.ts'
import type { Share, SlideCover } from '../show/talk-context.ts'
import type { Desk } from './desk.ts'
import type { FullscreenQr } from './fullscreen-qr.ts'

/** Options of `makeSlideCovers`. */
export interface SlideCoversOptions {
  words: TalkWords
  /** The language to use if there are no words in the requested one. */
  lang: Lang
  hall: FullscreenQr | undefined
  desk: Pick<Desk, 'onScreen' | 'takeOffScreen'>
}

/** Tells the speaker what covers the projected slide: the codes for phones, else a question below them. */
export function makeSlideCovers({ words, lang, hall, desk }: SlideCoversOptions): Share['covers'] {
  const ofQuestion = (): SlideCover[] => {
    const question = desk.onScreen()
    return question ? [{ kind: 'question', detail: question.text, remove: desk.takeOffScreen }] : []
  }
  return {
    shown: () => [
      ...(hall?.isShown() ? [{ kind: 'hall' as const, detail: null, remove: hall.toggle }] : []),
      ...ofQuestion(),
    ],
    words: ({ kind }, requested) => {
      const { covers, desk: own } = (words[requested] ?? words[lang])!.talk
      return { text: covers[kind], remove: own.offScreen }
    },
  }
}
