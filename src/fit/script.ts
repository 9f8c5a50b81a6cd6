/** The ISO 15924 name of a script; null if HarfBuzz should guess it; empty for characters without a script. */
export type Script = 'Latn' | 'Cyrl' | 'Grek' | null | ''

/**
 * Returns the script of a UTF-16 unit. Punctuation, digits, marks and surrogates have none and join the run around
 * them.
 */
export function scriptOf(unit: number): Script {
  if (unit < 0x41) return ''
  if (unit < 0x250) return isLatin(unit) ? 'Latn' : ''
  if (unit < 0x370) return unit < 0x2b0 ? 'Latn' : ''
  if (unit < 0x400) return unit === 0x37e || unit === 0x385 || unit === 0x387 ? '' : 'Grek'
  if (unit < 0x530) return 'Cyrl'
  return furtherScript(unit)
}

function isLatin(unit: number): boolean {
  if (unit < 0x80) return (unit >= 0x41 && unit <= 0x5a) || (unit >= 0x61 && unit <= 0x7a)
  return unit === 0xaa || unit === 0xba || (unit >= 0xc0 && unit !== 0xd7 && unit !== 0xf7)
}

function furtherScript(unit: number): Script {
  if (unit >= 0x1e00 && unit < 0x1f00) return 'Latn'
  if (unit >= 0x1f00 && unit < 0x2000) return 'Grek'
  if (unit >= 0x2c60 && unit < 0x2c80) return 'Latn'
  if (unit >= 0x2de0 && unit < 0x2e00) return 'Cyrl'
  if (unit >= 0x2000 && unit < 0x2e80) return '' // punctuation, signs, arrows
  if (unit >= 0x3000 && unit < 0x3040) return ''
  if (unit >= 0xa640 && unit < 0xa6a0) return 'Cyrl'
  if (unit >= 0xd800 && unit < 0xf900) return '' // surrogates (emoji), private use
  if ((unit >= 0xfe00 && unit < 0xfe30) || unit >= 0xff00) return ''
  return null
}

/**
 * Calls `run` for each part of a text in one script, as browsers split it for shaping: characters without a script
 * belong to the script before them, or at the start to the one after them. Kerning does not cross the boundary.
 */
export function eachScript(
  text: string,
  from: number,
  to: number,
  run: (from: number, to: number, script: Script) => void,
) {
  let start = from
  let script: Script = ''
  for (let i = from; i < to; i++) {
    const here = scriptOf(text.charCodeAt(i))
    if (here === '' || here === script) continue
    if (script !== '') {
      run(start, i, script)
      start = i
    }
    script = here
  }
  if (start < to) run(start, to, script === '' ? 'Latn' : script)
}
