import type { BuildOptions, DocumentKind } from '../build.ts'
import { pageFontsOf } from '../fonts/characters.ts'
import { loadOtherPageWords, loadPageWords } from '../languages/languages.ts'
import type { FileAsset } from '../model/asset.ts'
import type { LaidOutDeck } from '../model/laid-out.ts'
import { renderHtml } from '../render/render-html.ts'
import { readClientFile } from '../system/package-root.ts'
import { copySidecarFile } from '../system/sidecar-files.ts'

/** The page for the browser, and the files that lie beside it. */
export function slidesPage({ notes = true }: Pick<BuildOptions, 'notes'> = {}): DocumentKind {
  const copied = new WeakMap<readonly FileAsset[], Promise<unknown>>()
  return {
    extension: 'html',
    make: async ({ deck }, { sidecarFiles: beside, characters, project }) => {
      // Once for all languages.
      if (!copied.has(beside)) copied.set(beside, Promise.all(beside.map((file) => copySidecarFile(file, project))))
      await copied.get(beside)
      return render(deck, characters, notes)
    },
  }
}

/** One whole HTML file, with all it needs inside. */
async function render(deck: LaidOutDeck, characters: ReadonlySet<string>, notes: boolean): Promise<string> {
  const [script, style, words, languages, fonts] = await Promise.all([
    readClientFile('deck.js'),
    readClientFile('deck.css'),
    loadPageWords(deck.lang),
    loadOtherPageWords(deck.lang),
    pageFontsOf(deck, characters),
  ])
  return renderHtml(deck, { script, style, words, languages, fonts, notes })
}
