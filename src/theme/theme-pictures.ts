import { extname, join } from 'node:path'
import type { Diagnostic } from '../model/diagnostic.ts'
import type { Files } from '../model/files.ts'
import { limits } from '../model/limits.ts'
import type { AssetProblem } from '../model/problems/asset.ts'
import { cssReferences } from '../system/css-references.ts'
import { displayPath, isInside } from '../system/inside.ts'

/** The MIME types of pictures that a style sheet can use, by file extension. */
const types: Readonly<Record<string, string>> = {
  '.avif': 'image/avif',
  '.gif': 'image/gif',
  '.jpeg': 'image/jpeg',
  '.jpg': 'image/jpeg',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.webp': 'image/webp',
}

const inside = /^(?:data:|#)/i
const remote = /^(?:[a-z][a-z0-9+.-]*:|\/\/)/i

/**
 * Inlines the pictures of a theme's style sheet. References that cannot be resolved are reported and left unchanged; the
 * page's Content Security Policy blocks them.
 */
export async function inlineImages(
  css: string,
  { folder, root, files }: { folder: string; root: string; files: Files },
): Promise<{ css: string; diagnostics: Diagnostic<AssetProblem>[] }> {
  const source = { name: displayPath(root, join(folder, 'theme.css')), text: css }
  const diagnostics: Diagnostic<AssetProblem>[] = []
  let result = ''
  let last = 0
  for (const { address, start, end } of cssReferences(css)) {
    if (address !== null && inside.test(address)) continue
    const written = css.slice(start, end).replace(/;$/, '')
    const at = { severity: 'error' as const, range: { start, end: start + written.length }, source }
    if (address === null || remote.test(address)) {
      diagnostics.push({ code: 'theme-address-remote', address: address ?? written, ...at })
      continue
    }
    const data = await pictureOf(join(folder, address), root, files)
    if (data === null)
      diagnostics.push({ code: 'theme-picture-missing', path: address, known: Object.keys(types), ...at })
    result += `${css.slice(last, start)}url("${data ?? ''}")`
    last = end
  }
  // The style sheet must not close the `<style>` element around it.
  return { css: (result + css.slice(last)).replaceAll(/<\/(?=style)/gi, '<\\/'), diagnostics }
}

async function pictureOf(path: string, root: string, files: Files): Promise<string | null> {
  const type = types[extname(path).toLowerCase()]
  const real = await files.realPath(path)
  if (!type || real === null || !isInside(real, root)) return null
  const read = await files.read(real, limits.themePictureBytes).catch(() => null)
  return read && 'bytes' in read ? `data:${type};base64,${Buffer.from(read.bytes).toString('base64')}` : null
}
