import type { Lang } from '../../model/lang.ts'
import { button, element } from '../parts/element.ts'
import { icon } from '../parts/icons.ts'
import type { Share } from '../show/talk-context.ts'

/** What is invisible, or changes the direction of a text. */
const unseen = /[\p{Cc}\u202a-\u202e\u2066-\u2069]/gu

/**
 * Creates the lines over the slides of the speaker view: what is wrong and what to do, what covers the projected slide, and
 * messages to the speaker.
 */
export function makeAlerts(share: Share | null, lang: Lang) {
  const trouble = element('p', { class: 'ui-trouble', role: 'alert' })
  const messages = element('div', { class: 'ui-stage-messages', role: 'log' })
  const covers = element('div', { role: 'status' })
  const part = element('div', { class: 'ui-alerts' }, trouble, covers, messages)
  const drawn = new Map<string, HTMLElement>()
  let covered = ''
  const tick = () => {
    const text = share?.trouble(lang) ?? ''
    if (trouble.textContent !== text) trouble.textContent = text
    trouble.hidden = text === ''
  }
  const updateCovers = ({ covers: { shown, words } }: Share) => {
    const now = shown()
    const key = JSON.stringify(now)
    if (key === covered) return
    covered = key
    const lines = now.map((cover) => {
      const { text, remove } = words(cover, lang)
      const line = element('p', {}, text)
      if (cover.detail !== null) line.append(' ', element('bdi', {}, cover.detail.replace(unseen, ' ')))
      const off = element('button', { type: 'button', class: 'ui-wide' }, remove)
      off.addEventListener('click', cover.remove)
      return element('div', { class: 'ui-cover' }, line, off)
    })
    covers.replaceChildren(...lines)
  }
  const update = () => {
    tick()
    if (!share) return
    updateCovers(share)
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
