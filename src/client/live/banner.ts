import { element } from '../parts/element.ts'

/** A line over the slides that is there for as long as something is so. */
export interface Banner {
  /** What stands in it; nothing takes it away. */
  show(...content: (Node | string)[]): void
}

/** Makes one. It is read to those who do not see it. */
export function makeBanner(className: string): Banner {
  const banner = element('div', { class: `ui-strip ${className}`, role: 'status' })
  banner.hidden = true
  document.body.append(banner)
  return {
    show: (...content) => {
      banner.replaceChildren(...content)
      banner.hidden = content.length === 0
    },
  }
}
