import type { Editor } from './editor.ts'
import { placeOfKept } from './kept-texts.ts'
import { isSame, opsToSet, valueAt } from './values.ts'

/**
 * Texts that were typed and not saved when the page was left: each can be put into the deck, unless
 * others have changed the text there, or thrown away.
 */
export function KeptTextList({ editor }: { editor: Editor }) {
  const { kept, words, deck, slidesPath } = editor
  const lost = kept.found.value.filter(({ path, text }) => !isSame(valueAt(deck.value, path) ?? '', text))
  if (!editor.source.value || lost.length === 0) return null
  return (
    <section class="ui-edit-kept" aria-label={words.kept.title}>
      <p>{words.kept.title}</p>
      {lost.map((one) => {
        const place = placeOfKept(deck.value, slidesPath.value, one)
        return (
          <div key={one.path.join('/')} class="ui-edit-kept-text">
            <blockquote>{one.text}</blockquote>
            <div class="ui-edit-row">
              {place && (
                <button
                  type="button"
                  class="ui-edit-button"
                  onClick={() => editor.edit(opsToSet(deck.value, place, one.text), () => kept.forget(one.path))}
                >
                  {words.kept.insert}
                </button>
              )}
              <button type="button" class="ui-edit-button" onClick={() => kept.forget(one.path)}>
                {words.kept.discard}
              </button>
            </div>
          </div>
        )
      })}
    </section>
  )
}
