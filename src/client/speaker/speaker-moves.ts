import type { PageWords } from '../../model/words.ts'
import { button, element } from '../parts/element.ts'
import { icon } from '../parts/icons.ts'
import { placeAfter, placeBefore } from '../show/steps.ts'
import type { TalkContext } from '../show/talk-context.ts'

/** Creates the large buttons that go back and on, and the small one of the black screen. */
export function makeMoves({ show }: TalkContext, words: PageWords) {
  const labels = words.speaker
  const label = element('span', {})
  const black = element('button', { type: 'button', class: 'ui-wide ui-black' }, icon('black'), label)
  black.addEventListener('click', () => show.toggleBlack())
  const { previous, next } = words.help.keys
  const back = button(icon('previous'), previous, 'ui-wide', () => show.previous())
  const forward = button(icon('next'), next, 'ui-wide ui-primary', () => show.next())
  const part = element('nav', { class: 'ui-moves' }, back, forward)
  const update = () => {
    black.setAttribute('aria-pressed', `${show.black()}`)
    label.textContent = show.black() ? labels.blackOff : labels.blackOn
    const place = { index: show.index(), shown: show.shown() }
    back.disabled = placeBefore(place, show.stepCount()).index < 0
    forward.disabled = placeAfter(place, show.stepCount()).index >= show.page.slides.length
  }
  return { part, black, update }
}
