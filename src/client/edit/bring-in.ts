import type { NodePath } from '../../model/source.ts'
import { beginAt, editBegun } from './begun.ts'
import { rowsInClipboard } from './controls/pasted.ts'
import { opsToAddPictures } from './controls/picture-control.tsx'
import { refusalOf } from './controls/picture-drop.tsx'
import { type Editor, inSlide } from './editor.ts'
import { pasteSlides, writeSlides } from './slide-clipboard.ts'
import { insertSlides, removeSlides } from './slide-edits.ts'
import { isBlank, opsToSet, valueAt } from './values.ts'

/** Elements that take what is pasted and dropped themselves. */
const fields = 'input, textarea, [contenteditable], .cm-editor'

/**
 * Takes what is dropped or pasted onto slides: pictures, films, cells of a spreadsheet, and slides that were copied in this
 * deck or another one. A browser would leave the page for a file that is dropped beside the fields.
 */
export function bindTransfer(editor: Editor, isEditing: () => boolean): void {
  /** Whether something of the page itself is dragged. */
  let isOwn = false
  const stage = () => document.querySelector('.ui-edit-stage')
  const mark = (on: boolean) => stage()?.classList.toggle('ui-edit-dropping', on)
  const isFile = (event: DragEvent) => isEditing() && !isOwn && (event.dataTransfer?.types.includes('Files') ?? false)
  const isField = (event: Event) => event.target instanceof Element && event.target.closest(fields) !== null
  document.addEventListener('dragstart', () => {
    isOwn = true
  })
  document.addEventListener('dragend', () => {
    isOwn = false
  })
  document.addEventListener('dragover', (event) => {
    if (!isFile(event) || event.defaultPrevented) return mark(false)
    event.preventDefault()
    const slide = slideAt(editor, event)
    mark(slide === editor.current.value)
    if (event.dataTransfer) event.dataTransfer.dropEffect = slide === null ? 'none' : 'copy'
  })
  document.addEventListener('dragleave', (event) => {
    if (event.relatedTarget === null) mark(false)
  })
  document.addEventListener('drop', (event) => {
    mark(false)
    if (!isFile(event) || event.defaultPrevented) return
    event.preventDefault()
    const slide = slideAt(editor, event)
    if (slide === null) return
    if (slide !== editor.current.value) editor.goTo(slide)
    void addFiles(editor, slide, [...(event.dataTransfer?.files ?? [])])
  })
  const onClipboard = (act: (data: DataTransfer) => boolean) => (event: ClipboardEvent) => {
    const { clipboardData: data } = event
    if (!isEditing() || event.defaultPrevented || isField(event) || !data) return
    if (act(data)) event.preventDefault()
  }
  const copy = (data: DataTransfer) => {
    if (!(getSelection()?.isCollapsed ?? true)) return false
    writeSlides(editor, data)
    return true
  }
  document.addEventListener('copy', onClipboard(copy))
  const cut = (data: DataTransfer) => {
    const isCopied = copy(data)
    if (isCopied) removeSlides(editor)
    return isCopied
  }
  document.addEventListener('cut', onClipboard(cut))
  document.addEventListener(
    'paste',
    onClipboard((data) => pasteSlides(editor, data) || pasteRowsOnto(editor, data) || pasteFiles(editor, data)),
  )
}

/** The index of the slide over which something is dropped: that of the list, or the one that is shown; null elsewhere. */
function slideAt({ current }: Editor, { target }: DragEvent): number | null {
  if (!(target instanceof Element)) return null
  const option = target.closest<HTMLElement>('.ui-edit-slide[data-index]')
  if (option) return Number(option.dataset.index)
  return target.closest('.ui-edit-stage, .reveal') ? current.value : null
}

/** Cells of a spreadsheet become the table of the slide; of one that has a table, a new slide after it. */
function pasteRowsOnto(editor: Editor, data: DataTransfer): boolean {
  const rows = rowsInClipboard(data, false)
  if (!rows) return false
  const { deck, current, newSlides, show } = editor
  const path = inSlide(editor, current.value, 'table')
  if (isBlank(valueAt(deck.value, path))) editor.edit(opsToSet(deck.value, path, rows))
  else insertSlides(editor, current.value + 1, [{ title: newSlides[show.page.lang].title, table: rows }])
  return true
}

function pasteFiles(editor: Editor, data: DataTransfer): boolean {
  const files = [...data.files]
  void addFiles(editor, editor.current.value, files)
  return files.length > 0
}

/** Adds pictures, and a film if the slide has none, to a slide. What cannot be added is told. */
async function addFiles(editor: Editor, index: number, files: readonly File[]): Promise<void> {
  const { service, deck, notice, words } = editor
  const begun = beginAt(editor, inSlide(editor, index))
  const said: string[] = []
  const pictures: string[] = []
  let film: string | undefined
  const hasFilm = !isBlank(valueAt(deck.value, inSlide(editor, index, 'video')))
  for (const file of files) {
    const isFilm = file.type.startsWith('video/') && !hasFilm && film === undefined
    const name = file.name || 'picture.png'
    await (isFilm ? service.addFilm(file, () => {}) : service.addPicture(file, name)).then(
      ({ path, message }) => {
        if (isFilm) film = path
        else pictures.push(path)
        if (message) said.push(message)
      },
      (error: Error) => said.push(refusalOf(file.name, error.message || words.state.lost)),
    )
  }
  // Slides may have been moved meanwhile; a film that somebody else has added is not replaced unseen.
  const at = begun.now()
  begun.end()
  if (at) {
    const inVideo = { ...begun, path: [...begun.path, 'video'], now: () => [...at, 'video'] }
    if (film !== undefined) editBegun(editor, inVideo, (deck, path) => opsToSet(deck, path, film!))
    if (pictures.length > 0) addPictures(editor, at, pictures)
  } else if (film !== undefined || pictures.length > 0) {
    said.push(words.picture.gone.replace('{x}', [...pictures, film].filter(Boolean).join(', ')))
  }
  notice.value = said.join(' ')
}

/** Adds pictures to a slide behind those that it has, and shows them in the panel. */
function addPictures(editor: Editor, slide: NodePath, added: readonly string[]): void {
  const path = [...slide, 'img_path']
  editor.edit(opsToAddPictures(editor.deck.value, path, added))
  if (slide.at(-1) !== editor.current.value) return
  editor.block.value = path
  editor.tab.value = 'slide'
}
