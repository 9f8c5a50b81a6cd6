import type { Invitation } from '../../model/wire/invitation.ts'
import type { PresentWords } from '../../model/wire/talk-words.ts'
import { element } from '../parts/element.ts'

/** The list of the machine's networks, from which the speaker chooses that of the phones. */
export interface NetworkSelect {
  part: HTMLElement
  update(invitation: Invitation): void
}

/** Creates the list, which is seen where there is a choice. `onChoose` gets the address of a network. */
export function makeNetworkSelect(words: PresentWords['share'], onChoose: (address: string) => void): NetworkSelect {
  const select = element('select', { class: 'ui-select' })
  const part = element('label', { class: 'ui-network' }, element('span', {}, words.network), select)
  let shown = ''
  select.addEventListener('change', () => select.value !== '' && onChoose(select.value))
  return {
    part,
    update: ({ networks, network }) => {
      part.hidden = networks.length < (network ? 2 : 1)
      const now = JSON.stringify([networks, network])
      // An open list would close.
      if (now === shown) return
      shown = now
      const options = networks.map(({ address, kind, name }) => {
        const about = name.toLowerCase() === words.kinds[kind].toLowerCase() ? name : `${words.kinds[kind]}, ${name}`
        return element('option', { value: address }, `${address} (${about})`)
      })
      const none = element('option', { value: '' }, words.choose)
      select.replaceChildren(...(network ? [] : [none]), ...options)
      select.value = network?.address ?? ''
    },
  }
}
