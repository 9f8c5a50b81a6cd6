import type { Editor } from './editor.ts'
import { isSame, opsToSet, valueAt } from './values.ts'

/** Texts that were typed and not saved when the page was left: each can be put into the deck or thrown away. */
export function KeptTextList({ editor }: { editor: Editor }) {
  const { kept, words, deck } = editor
  const lost = kept.found.value.filter(({ path, text }) => !isSame(valueAt(deck.value, path) ?? '', text))
  if (!editor.source.value || lost.length === 0) return null
  return (
    <section class="ui-edit-kept" aria-label={words.kept.title}>
      <p>{words.kept.title}</p>
      {lost.map(({ path, text }) => (
        <div key={path.join('/')} class="ui-edit-kept-text">
          <blockquote>{text}</blockquote>
          <div class="ui-edit-row">
            <button
              type="button"
              class="ui-edit-button"
              onClick={() => editor.edit(opsToSet(deck.value, path, text), () => kept.forget(path))}
            >
              {words.kept.insert}
            </button>
            <button type="button" class="ui-edit-button" onClick={() => kept.forget(path)}>
              {words.kept.discard}
            </button>
          </div>
        </div>
      ))}
    </section>
  )
}
