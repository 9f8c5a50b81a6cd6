import type { PageWords } from '../../model/words.ts'
import type { ClientPage } from '../show/client-page.ts'

/**
 * Lets a page say what it says itself in the language of its reader, whatever the slides are in. `wordsOf` returns these words;
 * undefined: those of the slides.
 */
export function speakToReader(page: ClientPage, wordsOf: () => PageWords | undefined): void {
  // With each edit and each language, the page gets the words of its slides anew.
  let { words } = page
  Object.defineProperty(page, 'words', {
    get: () => wordsOf() ?? words,
    set: (next: PageWords) => {
      words = next
    },
    enumerable: true,
    configurable: true,
  })
}
