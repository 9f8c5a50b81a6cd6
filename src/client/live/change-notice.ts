import type { ServeWords } from '../../model/wire/serve-pages.ts'
import { button, element } from '../parts/element.ts'
import { icon } from '../parts/icons.ts'
import type { Show } from '../show/show.ts'
import { makeBanner } from './banner.ts'

/** Offers to go where a change lies, if it is not on the slide that is shown. Gives what is to be told of changes. */
export function makeChangeNotice(show: Show, words: ServeWords): (edited: ReadonlySet<HTMLElement>) => void {
  const strip = makeBanner('ui-elsewhere')
  const { page } = show
  const hide = () => strip.show()
  show.onChange(hide)
  return (edited) => {
    const at = page.slides.findIndex((slide) => edited.has(slide))
    if (at === -1) return
    if (edited.has(page.slides[show.index()] as HTMLElement)) return hide()
    const go = element('button', { type: 'button', class: 'ui-go' }, words.go)
    go.addEventListener('click', () => show.go(at))
    strip.show(
      element('span', {}, words.changed.replace('{x}', `${at + 1}`)),
      go,
      button(icon('close'), words.close, 'ui-close', hide),
    )
  }
}
