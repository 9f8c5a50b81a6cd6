import { clear, undo } from '../ink/tools.ts'
import type { Command } from '../show/keys.ts'
import type { Talk } from '../show/talk.ts'
import type { SpeakerView } from './view.ts'

/** What a command does; `digit` begins a slide's number. */
export type Act = (digit: string) => void

/** What the keys do in a speaker view: here nothing is hidden from the speaker, so a step on a black screen is a step. */
export function speakerKeys({ show, ink }: Talk, view: () => SpeakerView | null): Partial<Record<Command, Act>> {
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
    undo: () => undo(ink, show),
    clear: () => clear(ink, show),
  }
}
