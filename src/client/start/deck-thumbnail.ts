import type { DeckView } from '../../model/wire/serve-pages.ts'
import { element } from '../parts/element.ts'

/** A thumbnail of a deck's first slide. */
export interface DeckThumbnail {
  root: HTMLElement
  /** Shows a thumbnail, or a text if there is none. */
  draw(thumbnail: DeckView['thumbnail'], fallback: string): void
}

/** Creates a thumbnail: an iframe with the slide, scaled down. A new iframe replaces the old one after it has loaded. */
export function makeDeckThumbnail(): DeckThumbnail {
  const placeholder = element('span', { class: 'instead' })
  const root = element('span', { class: 'picture' }, placeholder)
  let shown = ''
  let [width, height] = [1280, 720]
  new ResizeObserver(() => scale()).observe(root)
  const scale = () =>
    root.style.setProperty('--scale', `${Math.min(root.clientWidth / width, root.clientHeight / height)}`)
  return {
    root,
    draw: (thumbnail, fallback) => {
      placeholder.textContent = thumbnail ? '' : fallback
      const key = thumbnail ? `${thumbnail.url} ${thumbnail.version}` : ''
      if (key === shown) return
      shown = key
      if (!thumbnail) return root.replaceChildren(placeholder)
      const frame = element('iframe', { src: thumbnail.url, tabindex: '-1', 'aria-hidden': 'true', scrolling: 'no' })
      width = thumbnail.width
      height = thumbnail.height
      root.style.setProperty('--width', `${thumbnail.width}px`)
      root.style.setProperty('--height', `${thumbnail.height}px`)
      scale()
      frame.addEventListener('load', () => {
        frame.classList.add('loaded')
        for (const old of root.querySelectorAll('iframe')) if (old !== frame) old.remove()
      })
      root.append(frame)
    },
  }
}
