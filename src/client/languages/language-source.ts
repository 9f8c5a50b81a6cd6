import type { PageData } from '../../model/wire/page-data.ts'
import type { ClientPage } from '../show/client-page.ts'

/** Where a page has the slides of the languages that it does not show. */
export interface LanguageSource {
  /** The slides of a language; null if they have to be asked for. */
  slides(tag: string): readonly HTMLElement[] | null
  /** Asks for the slides of a language, to show them or to read their notes. */
  ask?(tag: string, purpose: 'show' | 'read'): void
  /**
   * The slides of the page, which have been taken out of it, are exchanged for those of another language. Returns the data of
   * the page in it, if they differ from those at the start.
   */
  exchange(page: ClientPage, tags: { left: string; entered: string }): PageData | null
}

/** The languages of a built page: in its templates until they are shown for the first time, in no document afterwards. */
export function makeTemplateSource(): LanguageSource {
  const left = new Map<string, readonly HTMLElement[]>()
  return {
    slides: (tag) => {
      const template = document.querySelector<HTMLTemplateElement>(`template[data-lang="${CSS.escape(tag)}"]`)
      return left.get(tag) ?? ([...(template?.content.children ?? [])] as HTMLElement[])
    },
    exchange: ({ slides }, tags) => {
      left.set(tags.left, slides)
      left.delete(tags.entered)
      return null
    },
  }
}
