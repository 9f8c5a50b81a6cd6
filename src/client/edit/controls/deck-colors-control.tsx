import { useEffect } from 'preact/hooks'
import type { ThemeColorName } from '../../../model/wire/edit-words.ts'
import { IconButton } from '../icons.tsx'
import { isBlank, opsToSet, valueAt } from '../values.ts'
import type { ControlProps } from './control.ts'

/** The colours of a theme that a deck changes, in the order of the form. Themes may have others, which are kept. */
const names: readonly ThemeColorName[] = [
  'accent',
  'mark',
  'ink',
  'soft',
  'ground',
  'tint',
  'rule',
  'deep',
  'deepInk',
  'deepAccent',
]

/** The colours of the deck. While one is chosen, the slides show it. */
export function DeckColorsControl({ editor, path, labelId }: ControlProps) {
  const { deck, words } = editor
  const { style } = document.documentElement
  const computed = getComputedStyle(document.documentElement)
  const colorOf = (name: string) => computed.getPropertyValue(`--${name}`).trim()
  const shown = names.filter((name) => /^#[0-9a-f]{6}$/i.test(colorOf(name)))
  const put = (name: string, color: string | undefined) => {
    editor.edit(opsToSet(deck.value, [...path, name], color))
  }
  const { kind } = editor.saver.state.value
  useEffect(() => {
    // The slides have the colours of the file now, be they new or, if the edit was given up, those of before.
    if (kind === 'saved') for (const name of names) style.removeProperty(`--${name}`)
  }, [kind])
  return (
    <fieldset class="ui-edit-colors" aria-labelledby={labelId}>
      {shown.map((name) => {
        const own = valueAt(deck.value, [...path, name])
        return (
          <div class="ui-edit-row" key={name}>
            <input
              type="color"
              class="ui-edit-color"
              aria-label={words.colors[name]}
              value={isBlank(own) ? colorOf(name) : String(own)}
              onInput={(event) => style.setProperty(`--${name}`, event.currentTarget.value)}
              onChange={(event) => put(name, event.currentTarget.value)}
            />
            <span class="ui-edit-file">{words.colors[name]}</span>
            {!isBlank(own) && (
              <IconButton name="undo" title={words.colors.reset} onClick={() => put(name, undefined)} />
            )}
          </div>
        )
      })}
    </fieldset>
  )
}
