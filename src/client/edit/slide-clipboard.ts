import type { JsonValue } from '../../model/source.ts'
import type { Editor } from './editor.ts'
import { insertSlides } from './slide-edits.ts'
import { isObject } from './values.ts'

/** The type under which slides stand on the clipboard. Other programs get their words. */
const slidesType = 'application/x-korme-slides+json'

/** Puts the selected slides on a clipboard, for this deck and others. */
export function writeSlides(editor: Editor, data: DataTransfer): void {
  const chosen = [...editor.selected.value].sort((a, b) => a - b).flatMap((index) => editor.slides.value[index] ?? [])
  data.setData(slidesType, JSON.stringify(chosen))
  data.setData('text/plain', chosen.map(wordsOf).join('\n\n'))
}

/** Puts the slides of a clipboard after the selected ones. Returns whether there were any. */
export function pasteSlides(editor: Editor, data: DataTransfer): boolean {
  const slides = readSlides(data.getData(slidesType))
  if (slides.length > 0) insertSlides(editor, Math.max(...editor.selected.value, editor.current.value) + 1, slides)
  return slides.length > 0
}

/** The slides of a text that may come from anywhere. */
function readSlides(text: string): JsonValue[] {
  try {
    const slides: unknown = JSON.parse(text)
    return Array.isArray(slides) ? slides.filter(isObject) : []
  } catch {
    return []
  }
}

/** The title and the text of a slide, as another program gets them. */
function wordsOf(slide: JsonValue): string {
  if (!isObject(slide)) return ''
  return [slide.title, slide.text]
    .flatMap(textsIn)
    .filter((text) => text.trim() !== '')
    .join('\n')
}

/** The texts of a value, in each of its languages. */
const textsIn = (value: JsonValue | undefined): string[] =>
  typeof value === 'string'
    ? [value]
    : typeof value === 'object' && value !== null
      ? Object.values(value).flatMap(textsIn)
      : []
