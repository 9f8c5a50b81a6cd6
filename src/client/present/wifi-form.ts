import type { Invitation } from '../../model/wire/invitation.ts'
import type { PresentWords } from '../../model/wire/talk-words.ts'
import { type WifiNetwork, wifiFault } from '../../model/wire/wifi.ts'
import { element } from '../parts/element.ts'
import { qrSvg } from './qr-svg.ts'

/** The form for the Wi-Fi that phones may join. */
export interface WifiForm {
  part: HTMLElement
  update(invitation: Invitation): void
}

/** Creates the form. `onWifi` gets what was typed, or null to remove it. */
export function makeWifiForm(
  words: PresentWords['share']['wifi'],
  onWifi: (wifi: WifiNetwork | null) => void,
): WifiForm {
  const field = (label: string) => {
    // The hall sees the password anyway; what is hidden would be typed wrong.
    const input = element('input', {
      type: 'text',
      autocomplete: 'off',
      autocapitalize: 'off',
      spellcheck: 'false',
    })
    return { input, part: element('label', {}, element('span', {}, label), input) }
  }
  const [name, password] = [field(words.name), field(words.password)]
  const save = element('button', { type: 'submit', class: 'ui-wide' }, words.save)
  const remove = element('button', { type: 'button', class: 'ui-wide' }, words.remove)
  const status = element('p', { class: 'ui-wifi-status', role: 'alert' })
  const code = element('div', { class: 'ui-wifi-code' })
  const buttons = element('div', { class: 'ui-wifi-buttons' }, save, remove)
  const form = element('form', {}, name.part, password.part, status, buttons)
  form.addEventListener('submit', (event) => {
    event.preventDefault()
    const wifi = { name: name.input.value.trim(), password: password.input.value }
    const fault = wifiFault(wifi)
    status.textContent = fault === null ? '' : fault === 'name' ? words.badName : words.badPassword
    if (fault === null) onWifi(wifi)
    else (fault === 'name' ? name : password).input.focus()
  })
  remove.addEventListener('click', () => {
    name.input.value = ''
    password.input.value = ''
    status.textContent = ''
    onWifi(null)
    name.input.focus()
  })
  const heading = element('h3', {}, words.title)
  const about = element('p', { class: 'ui-sharing-about' }, words.about)
  let shown = ''
  return {
    part: element('section', { class: 'ui-wifi' }, heading, about, element('div', {}, form, code)),
    update: ({ wifi }) => {
      remove.hidden = wifi === null
      code.replaceChildren(...(wifi?.qr ? [qrSvg(wifi.qr)] : []))
      // What is being typed stays; what another page of the speaker has entered appears.
      if (JSON.stringify(wifi) === shown) return
      shown = JSON.stringify(wifi)
      if (form.contains(document.activeElement) && wifi === null) return
      name.input.value = wifi?.name ?? ''
      password.input.value = wifi?.password ?? ''
    },
  }
}
