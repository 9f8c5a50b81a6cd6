import { existsSync, writeFileSync } from 'node:fs'
import { isAbsolute, join } from 'node:path'
import type { Page } from 'puppeteer-core'
import { printFonts } from '#generated/print-fonts.js'
import { cacheFolder } from '../../system/cache-folder.ts'
import { packageRoot } from '../../system/package-root.ts'

/** The fonts of the system where no variable names others. */
const systemConfig = '/etc/fonts/fonts.conf'

/**
 * Gives a browser on Linux the fonts of shipped themes as if they were installed: fonts that a page brings take it twice the
 * time to print with. Writes the configuration into the browser's profile. A family of ours is never another font of the
 * machine, since ours have names that no other font has. Returns variables for its environment; none where that cannot work.
 *
 * Source: https://www.freedesktop.org/software/fontconfig/fontconfig-user.html
 */
export function installFonts(profile: string, env: NodeJS.ProcessEnv): Record<string, string> {
  if (process.platform !== 'linux') return {}
  const base = env.FONTCONFIG_FILE || systemConfig
  // Paths are relative to folders that the other variables name.
  if (!isAbsolute(base) || env.FONTCONFIG_PATH || env.FONTCONFIG_SYSROOT) return {}
  const fonts = join(packageRoot(), 'build', 'fonts')
  if (!existsSync(fonts)) return {}
  const file = join(profile, 'fonts.conf')
  try {
    writeFileSync(file, fontsConf({ fonts, base, cache: join(cacheFolder(), 'fontconfig') }))
    return { FONTCONFIG_FILE: file }
  } catch {
    return {} // no room; the browser will say so if it needs any
  }
}

function fontsConf({ fonts, base, cache }: { fonts: string; base: string; cache: string }): string {
  const families = new Map(printFonts.faces.map(({ family, installedFamily }) => [family, installedFamily]))
  // Before the rules of the system, which add families to what is asked for.
  const rules = [...families].map(
    ([family, own]) =>
      `<match target="pattern"><test name="family" qual="first"><string>${family}</string></test>` +
      `<edit name="family" mode="prepend" binding="strong"><string>${own}</string></edit></match>\n`,
  )
  return `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
<cachedir>${escaped(cache)}</cachedir>
<dir>${escaped(fonts)}</dir>
${rules.join('')}<include ignore_missing="yes">${escaped(base)}</include>
</fontconfig>
`
}

const escaped = (path: string) => path.replaceAll('&', '&amp;').replaceAll('<', '&lt;')

/** Units: px. Widths that are rounded to whole px for each letter differ from those that are expected by far more than this. */
const sampleSize = 25.3
const tolerance = 0.5

/** Returns the families that a page really shows in our fonts: texts in all their faces are as wide as they must be. */
export async function installedFamilies(page: Page): Promise<ReadonlySet<string>> {
  const { sample, faces } = printFonts
  const widths = await page.evaluate(measure, { sample, size: sampleSize, faces })
  const isRight = faces.map(({ width }, i) => Math.abs(widths[i]! - width * sampleSize) < tolerance)
  const wrong = new Set(faces.filter((_, i) => !isRight[i]).map(({ family }) => family))
  return new Set(faces.map(({ family }) => family).filter((family) => !wrong.has(family)))
}

interface Sample {
  sample: string
  size: number
  faces: readonly { family: string; weight: number; italic: boolean }[]
}

/** Runs in the browser. Returns the width of the sample in each face. Units: px. */
function measure({ sample, size, faces }: Sample): number[] {
  const spans = faces.map(({ family, weight, italic }) => {
    const span = document.createElement('span')
    const style = italic ? 'italic' : 'normal'
    span.style.cssText = `position:absolute;white-space:pre;font:${style} ${weight} ${size}px "${family}",monospace;font-kerning:none;font-variant-ligatures:none;text-rendering:geometricPrecision`
    span.textContent = sample
    document.body.append(span)
    return span
  })
  const widths = spans.map((span) => span.getBoundingClientRect().width)
  for (const span of spans) span.remove()
  return widths
}
