import { element } from '../parts/element.ts'

/** A line over the slides that is there for as long as something is so. */
export interface Strip {
  /** What stands in it; nothing takes it away. */
  show(...content: (Node | string)[]): void
}

/** Makes one. It is read to those who do not see it. */
export function makeStrip(className: string): Strip {
  const strip = element('div', { class: `ui-strip ${className}`, role: 'status' })
  strip.hidden = true
  document.body.append(strip)
  return {
    show: (...content) => {
      strip.replaceChildren(...content)
      strip.hidden = content.length === 0
    },
  }
}
