import type { ServeWords } from '../../model/wire/serve-pages.ts'
import { button, element } from '../parts/element.ts'
import { icon } from '../parts/icons.ts'
import type { Show } from '../show/show.ts'
import { makeBanner } from './banner.ts'

/** Shows a link to a changed slide if it is not the current one. Returns the function to call with edited slides. */
export function makeChangeNotice(show: Show, words: ServeWords): (edited: ReadonlySet<HTMLElement>) => void {
  const banner = makeBanner('ui-elsewhere')
  const { page } = show
  const hide = () => banner.show()
  show.onChange(hide)
  return (edited) => {
    const at = page.slides.findIndex((slide) => edited.has(slide))
    if (at === -1) return
    if (edited.has(page.slides[show.index()] as HTMLElement)) return hide()
    const go = element('button', { type: 'button', class: 'ui-go' }, words.go)
    go.addEventListener('click', () => show.go(at))
    banner.show(
      element('span', {}, words.changed.replace('{x}', `${at + 1}`)),
      go,
      button(icon('close'), words.close, 'ui-close', hide),
    )
  }
}
