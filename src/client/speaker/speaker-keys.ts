import { clearSlide, undoStroke } from '../drawing/drawing-tools.ts'
import type { ShowCommand } from '../show/key-bindings.ts'
import type { TalkContext } from '../show/talk-context.ts'
import type { SpeakerView } from './speaker-view.ts'

/** The action of a command. `digit` is the first digit of a slide number, or empty. */
export type KeyAction = (digit: string) => void

/** The actions of keys in a speaker view. Unlike in the show, moving on a black screen changes the slide: it is visible here. */
export function speakerKeys(
  { show, board, share, requestedLang }: TalkContext,
  view: () => SpeakerView | null,
): Partial<Record<ShowCommand, KeyAction>> {
  return {
    next: show.next,
    previous: show.previous,
    first: () => show.go(0),
    last: show.last,
    black: show.toggleBlack,
    jump: (digit) => view()?.askNumber(digit),
    search: () => view()?.search(),
    draw: () => board.choose('pen'),
    laser: () => board.choose('laser'),
    color: () => board.choosePen(),
    eraser: () => board.choose('eraser'),
    undo: () => undoStroke(board, show),
    clear: () => clearSlide(board, show),
    ...(share && { export: () => share.desk.save(requestedLang ?? show.page.lang) }),
  }
}
