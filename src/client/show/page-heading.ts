import { element } from '../parts/element.ts'
import type { Show } from './show.ts'

/**
 * Keeps a main heading in the page for screen readers: that of the deck is on its first slide, which is hidden while others
 * are shown. They find the name of the deck in its place.
 */
export function keepHeading(show: Show): void {
  const { page } = show
  const { reveal } = page
  const heading = reveal.querySelector(':scope > h1') ?? element('h1', { class: 'unseen ui-page-heading' })
  if (!heading.isConnected) reveal.prepend(heading)
  const update = () => {
    heading.textContent = page.title.trim() || page.words.slides
    heading.toggleAttribute('hidden', page.slides[show.index()]?.querySelector('h1') != null)
  }
  page.onEdit(update)
  show.onChange(update)
  update()
}
