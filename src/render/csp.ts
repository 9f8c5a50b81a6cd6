import { createHash } from 'node:crypto'

/** Returns the hash that allows an inline script or style sheet, whose text must match exactly. */
export function cspHash(content: string): string {
  return `'sha256-${createHash('sha256').update(content).digest('base64')}'`
}

/** Returns the policy of a page for printing: only its style sheets and embedded pictures and fonts. */
export const printPolicy = (styles: readonly string[]): string =>
  `default-src 'none'; style-src ${styles.map(cspHash).join(' ')}; img-src data:; font-src data:; base-uri 'none'; form-action 'none'`

/** What a page may load besides embedded pictures and fonts. */
interface PageSources {
  scripts: string[]
  styles: string[]
  /** Whether it may load videos next to it. */
  media?: boolean
  /** Origins that it may show in frames, as `https://host`. */
  frames?: readonly string[]
}

/**
 * Returns the Content Security Policy of a page: its inline scripts and style sheets, embedded pictures and fonts, and, if
 * needed, video files next to it (`file:` for a local page, `'self'` for a served one) and the players of providers.
 */
export function pagePolicy({ scripts, styles, media = false, frames = [] }: PageSources): string {
  const hashes = (contents: string[]) => contents.map(cspHash).join(' ') || "'none'"
  return [
    "default-src 'none'",
    `script-src ${hashes(scripts)}`,
    `style-src ${hashes(styles)}`,
    'img-src data:',
    'font-src data:',
    ...(media ? ["media-src 'self' file:"] : []),
    ...(frames.length > 0 ? [`frame-src ${frames.join(' ')}`] : []),
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ')
}
