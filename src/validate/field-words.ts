import { normalizeName } from '../model/nearest-name.ts'
import { fieldWords } from './words/field-word-table.ts'
import { createWordIndex, type Fits } from './words/word-index.ts'

const index = createWordIndex(fieldWords as Readonly<Record<string, readonly string[]>>)

/**
 * Returns the one known field that people mean by a word in three languages; null if there is none or a choice. `fits` says
 * whether the value may stand under a field, which decides between several.
 */
export const fieldOfWord = (name: string, known: readonly string[], fits?: Fits): string | null =>
  index.meantBy(name, known, fits)

/** Returns the known field that people probably mean by a word with other endings or slips; null if none is similar. */
export const fieldNearWord = (name: string, known: readonly string[], fits?: Fits): string | null =>
  index.nearestTo(name, known, fits)

/** Names for what is written beside the deck for its authors. Compared without blanks, hyphens and case. */
const annotations = new Set(
  `comment comments todo todos fixme remark remarks memo internal draft комментарий комментарии коммент комент пікір пікірлер
  түсініктеме түсініктемелер түсіндірме черновик доделать сделать қолжазба`
    .split(/\s+/)
    .map(normalizeName),
)

/** Whether a name says that its value is for the authors only: `_note`, `$id`, `comment`, `todo`, `//`. */
export const isAnnotation = (name: string): boolean =>
  /^\s*(?:[_$#@]|\/\/)/.test(name) || annotations.has(normalizeName(name))

/** Names whose values are settings of other programs, which nobody reads on a slide. */
const foreignSettings = new Set(
  `id uid uuid guid class classname style color colour font fontfamily fontsize size width height align alignment
  transition animation duration version created updated modified index slidenumber slideid visible
  шрифт шрифты размершрифта кегль размер ширина высота цвет цветтекста стиль анимация переход эффект эффекты
  қаріп қарпі қаріпөлшемі өлшем өлшемі ені биіктігі түс түсі мәтінтүсі анимациясы ауысу`
    .split(/\s+/)
    .map(normalizeName),
)

/** Whether a name is a setting that other programs have. */
export const isForeignSetting = (name: string): boolean => foreignSettings.has(normalizeName(name))
