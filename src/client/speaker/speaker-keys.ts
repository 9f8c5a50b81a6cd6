import { clearSlide, undoStroke } from '../drawing/drawing-tools.ts'
import type { ShowCommand } from '../show/key-bindings.ts'
import type { TalkContext } from '../show/talk-context.ts'
import type { SpeakerView } from './speaker-view.ts'

/** What a command does; `digit` begins a slide's number. */
export type KeyAction = (digit: string) => void

/** What the keys do in a speaker view: here nothing is hidden from the speaker, so a step on a black screen is a step. */
export function speakerKeys(
  { show, ink }: TalkContext,
  view: () => SpeakerView | null,
): Partial<Record<ShowCommand, KeyAction>> {
  return {
    next: show.next,
    previous: show.previous,
    first: () => show.go(0),
    last: () => show.go(show.page.slides.length - 1),
    black: show.toggleBlack,
    jump: (digit) => view()?.askNumber(digit),
    search: () => view()?.search(),
    draw: () => ink.choose('pen'),
    laser: () => ink.choose('laser'),
    color: () => ink.choosePen(),
    undo: () => undoStroke(ink, show),
    clear: () => clearSlide(ink, show),
  }
}
