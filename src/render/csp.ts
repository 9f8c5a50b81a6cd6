import { createHash } from 'node:crypto'

/** The hash by which a policy allows one inline script or style sheet, exactly as it stands between its tags. */
export function cspHash(content: string): string {
  return `'sha256-${createHash('sha256').update(content).digest('base64')}'`
}

/** The policy of a page that is printed: nothing but its style sheet, pictures and fonts inside it. */
export const printPolicy = (style: string): string =>
  `default-src 'none'; style-src ${cspHash(style)}; img-src data:; font-src data:; base-uri 'none'; form-action 'none'`

/** What a page may load besides its own pictures and fonts. */
interface PageSources {
  scripts: string[]
  styles: string[]
  /** Videos that lie beside it. */
  media?: boolean
  /** Whose pages it shows in a frame, as `https://host`. */
  frames?: readonly string[]
}

/**
 * The Content Security Policy of a page: nothing but its own script and style sheets, pictures and fonts inside it, and,
 * where it has any, videos beside it (`file:` where it is opened by double click, `'self'` where it is served) and the
 * players of their providers.
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
