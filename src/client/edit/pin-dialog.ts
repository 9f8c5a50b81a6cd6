import type { StartEditWords } from '../../model/wire/start-edit.ts'
import { makePinForm } from '../edit-start/pin-form.ts'
import { makeDialog } from '../parts/dialog.ts'
import { element } from '../parts/element.ts'
import { readToken, setToken } from './token.ts'

/** What the page of a deck has in the element `edit-pin`, if another device may edit with the PIN. */
interface PinData {
  lang: string
  /** The name of the button, and that which closes the dialog. */
  edit: string
  close: string
  words: Pick<StartEditWords, 'pin' | 'lost'>
}

/** Offers the PIN form to a page that may not edit yet, where there is a PIN. With a key, the page becomes an editor. */
export function offerPin(): void {
  const data = document.getElementById('edit-pin')
  if (!data || readToken()) return
  const { lang, edit, close, words } = JSON.parse(data.textContent ?? '') as PinData
  const button = element('button', { type: 'button', class: 'ui-edit-back', lang }, edit)
  const dialog = makeDialog('ui-edit-pin-form', edit, close)
  dialog.body.lang = lang
  dialog.body.append(
    makePinForm(words, (key) => {
      setToken(key)
      location.reload()
    }),
  )
  button.addEventListener('click', () => dialog.open())
  document.body.append(button)
}
