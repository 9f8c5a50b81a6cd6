import type { DeckView } from '../../model/wire/serve-pages.ts'
import { element } from '../parts/element.ts'

/** The first slide of a deck, drawn small. */
export interface DeckThumbnail {
  root: HTMLElement
  /** `instead` stands in its place while there is none. */
  draw(picture: DeckView['thumbnail'], instead: string): void
}

/** Makes a picture: the whole slide in a frame, made smaller. A new one takes the old one's place when it is loaded. */
export function makeDeckThumbnail(): DeckThumbnail {
  const instead = element('span', { class: 'instead' })
  const root = element('span', { class: 'picture' }, instead)
  let shown = ''
  let [width, height] = [1280, 720]
  new ResizeObserver(() => scale()).observe(root)
  const scale = () =>
    root.style.setProperty('--scale', `${Math.min(root.clientWidth / width, root.clientHeight / height)}`)
  return {
    root,
    draw: (picture, words) => {
      instead.textContent = picture ? '' : words
      const key = picture ? `${picture.url} ${picture.version}` : ''
      if (key === shown) return
      shown = key
      if (!picture) return root.replaceChildren(instead)
      const frame = element('iframe', { src: picture.url, tabindex: '-1', 'aria-hidden': 'true', scrolling: 'no' })
      width = picture.width
      height = picture.height
      root.style.setProperty('--width', `${picture.width}px`)
      root.style.setProperty('--height', `${picture.height}px`)
      scale()
      frame.addEventListener('load', () => {
        frame.classList.add('loaded')
        for (const old of root.querySelectorAll('iframe')) if (old !== frame) old.remove()
      })
      root.append(frame)
    },
  }
}
