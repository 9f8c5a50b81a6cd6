import { createHash } from 'node:crypto'

/** The hash by which a policy allows one inline script or style sheet, exactly as it stands between its tags. */
export function cspHash(content: string): string {
  return `'sha256-${createHash('sha256').update(content).digest('base64')}'`
}

/**
 * The Content Security Policy of a page: nothing but its own script and style sheets, pictures and fonts inside it, and
 * videos that lie beside it (`file:` where it is opened by double click, `'self'` where it is served).
 */
export function pagePolicy({ scripts, styles }: { scripts: string[]; styles: string[] }): string {
  const hashes = (contents: string[]) => contents.map(cspHash).join(' ') || "'none'"
  return [
    "default-src 'none'",
    `script-src ${hashes(scripts)}`,
    `style-src ${hashes(styles)}`,
    'img-src data:',
    'font-src data:',
    "media-src 'self' file: data:",
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ')
}
