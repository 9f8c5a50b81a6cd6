import { element } from '../parts/element.ts'

/** A line over the slides that is visible as long as a condition lasts. */
export interface Banner {
  /** Shows content; without any, hides the banner. */
  show(...content: (Node | string)[]): void
}

/** Creates a banner. Screen readers announce its content. */
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
