import type { DeckView, ServeWords } from '../../model/wire/serve-pages.ts'
import { element } from '../parts/element.ts'
import { makeDeckThumbnail } from './deck-thumbnail.ts'

/** The card of a deck. */
interface DeckCard {
  root: HTMLElement
  draw(deck: DeckView): void
}

/** What stands below the text of a card. */
export interface DeckPart {
  root: HTMLElement
  draw(deck: DeckView): void
}

/** Creates the list of decks, each card with what `partOf` makes for it. Returns the function that updates it; cards of decks that stay are kept. */
export function makeDeckCards(
  list: HTMLElement,
  words: ServeWords,
  partOf?: (id: string) => DeckPart,
): (decks: readonly DeckView[]) => void {
  const cards = new Map<string, DeckCard>()
  list.replaceChildren()
  return (decks) => {
    const present = new Set(decks.map(({ id }) => id))
    for (const [id, { root }] of cards) {
      if (present.has(id)) continue
      root.remove()
      cards.delete(id)
    }
    let next = list.firstElementChild
    for (const deck of decks) {
      const card = cards.get(deck.id) ?? makeCard(words, partOf?.(deck.id))
      cards.set(deck.id, card)
      card.draw(deck)
      if (card.root === next) next = next.nextElementSibling
      else list.insertBefore(card.root, next)
    }
  }
}

function makeCard({ start }: ServeWords, part?: DeckPart): DeckCard {
  const deckThumbnail = makeDeckThumbnail()
  const title = element('span', { class: 'title' })
  const file = element('span', { class: 'file' })
  const slides = element('span', { class: 'slides' })
  const summary = element('span', { class: 'summary' })
  const facts = element('span', { class: 'facts' }, slides, summary)
  // A link may not contain the frame of the thumbnail, so it is laid over both.
  const link = element('a', { class: 'text' }, title, file, facts)
  return {
    root: element('li', {}, element('div', { class: 'deck' }, deckThumbnail.root, link, ...(part ? [part.root] : []))),
    draw: (deck) => {
      const isRead = deck.slides !== ''
      link.href = deck.url
      title.textContent = deck.title || deck.id
      title.lang = deck.lang ?? ''
      file.textContent = deck.file
      slides.textContent = isRead ? deck.slides : start.reading
      summary.textContent = deck.summary
      summary.dataset.severity = deck.severity ?? (isRead ? 'good' : '')
      part?.draw(deck)
      deckThumbnail.draw(deck.thumbnail, isRead ? start.broken : '')
    },
  }
}
