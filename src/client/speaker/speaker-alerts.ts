import type { Lang } from '../../model/lang.ts'
import { button, element } from '../parts/element.ts'
import { icon } from '../parts/icons.ts'
import type { Share } from '../show/talk-context.ts'

/** What is invisible, or changes the direction of a text. */
const unseen = /[\p{Cc}\u202a-\u202e\u2066-\u2069]/gu

/** Creates the lines over the slides of the speaker view: what is wrong and what to do, and messages to the speaker. */
export function makeAlerts(share: Share | null, lang: Lang) {
  const trouble = element('p', { class: 'ui-trouble', role: 'alert' })
  const messages = element('div', { class: 'ui-stage-messages', role: 'log' })
  const part = element('div', { class: 'ui-alerts' }, trouble, messages)
  const drawn = new Map<string, HTMLElement>()
  const tick = () => {
    const text = share?.trouble(lang) ?? ''
    if (trouble.textContent !== text) trouble.textContent = text
    trouble.hidden = text === ''
  }
  const update = () => {
    tick()
    if (!share) return
    const shown = share.stage.shown()
    for (const [id, line] of drawn) {
      if (shown.some((one) => one.id === id)) continue
      line.remove()
      drawn.delete(id)
    }
    for (const message of shown) {
      if (drawn.has(message.id)) continue
      const { text, dismiss } = share.stage.words(message, lang)
      const line = element('div', { class: 'ui-stage-message' }, element('p', {}, text.replace(unseen, ' ')))
      line.append(button(icon('close'), dismiss, 'ui-close', () => share.stage.dismiss(message.id)))
      drawn.set(message.id, line)
      messages.append(line)
    }
  }
  return { part, update, tick }
}
