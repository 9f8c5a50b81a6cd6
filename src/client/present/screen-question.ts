import type { QuestionView } from '../../model/wire/polls.ts'
import { element } from '../parts/element.ts'

/** Shows the question that the speaker has put on the screen, over the slides; first in `host`, where slides are read. */
export function makeScreenQuestion(
  title: () => string,
  host: HTMLElement = document.body,
): {
  update(list: readonly QuestionView[], screen: string | null): void
} {
  const heading = element('p', { class: 'ui-screen-title' })
  const text = element('bdi', { class: 'ui-question' })
  const part = element('aside', { class: 'ui-screen-question', 'aria-live': 'polite' }, heading, element('p', {}, text))
  return {
    update: (list, screen) => {
      const question = list.find(({ id }) => id === screen)
      if (!question) return part.remove()
      heading.textContent = title()
      text.textContent = question.text
      part.classList.toggle('ui-is-long', question.text.length > 110)
      if (part.isConnected) return
      if (host === document.body) host.append(part)
      else host.prepend(part)
    },
  }
}
