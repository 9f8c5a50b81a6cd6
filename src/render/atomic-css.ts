import type { Box } from '../model/theme.ts'

/** The declarations of atomic classes, by the first letter of the class. Units: px; `k` in thousandths of an em. */
const declarations = {
  x: (v: string) => `left:${v}px`,
  y: (v: string) => `top:${v}px`,
  w: (v: string) => `width:${v}px`,
  h: (v: string) => `height:${v}px`,
  m: (v: string) => `margin-top:${v}px`,
  a: (v: string) => `margin-left:${v}px`,
  e: (v: string) => `margin-right:${v}px`,
  z: (v: string) => `font-size:${v}px`,
  l: (v: string) => `line-height:${v}px`,
  k: (v: string) => `letter-spacing:${Number(v) / 1000}em`,
  /** The indent of a paragraph and of its bullet. */
  i: (v: string) => `--indent:${v}px`,
  j: (v: string) => `--bullet:${v}px`,
  /** The focus point of a cropped picture. Units: percent. */
  u: (v: string) => `--focus-x:${v}%`,
  v: (v: string) => `--focus-y:${v}%`,
  /** The aspect ratio of a picture. Units: thousandths. */
  r: (v: string) => `--ratio:${Number(v) / 1000}`,
  /** Where the texts over a picture end, so that the veil below them may end there too. */
  g: (v: string) => `--veil-end:${v}px`,
  /** The scale of a text that does not fit and cannot scroll. */
  s: (v: string) => `--shrink:${v}`,
}

export type AtomicProperty = keyof typeof declarations

/** The class of slides with a background colour of their own. Shape: `#rgb` or `#rrggbb`. */
export const backgroundClass = (color: string): string => `ground-${color.slice(1).toLowerCase()}`

/**
 * Collects classes with a single declaration while slides are rendered. The page's Content Security Policy blocks `style`
 * attributes, so computed positions and sizes go into the style sheet, each value once.
 */
export class AtomicCss {
  private readonly classes = new Map<AtomicProperty, Map<number, string>>()
  private readonly rules: string[] = []

  /** Returns the class for a value, rounded to hundredths: `y` and 132 give `y132` with `.y132{top:132px}`. */
  of(name: AtomicProperty, value: number): string {
    let known = this.classes.get(name)
    if (!known) this.classes.set(name, (known = new Map()))
    return known.get(value) ?? this.add(known, name, value)
  }

  /** Returns the four classes of a box on the stage. */
  box({ x, y, width, height }: Box): string {
    return `${this.of('x', x)} ${this.of('y', y)} ${this.of('w', width)} ${this.of('h', height)}`
  }

  /** Returns the class of a slide's own background colour, with the colours used on it. Shape: `#rgb` or `#rrggbb`. */
  background(color: string, colors: Readonly<Record<string, string>>): string {
    const className = backgroundClass(color)
    const set = Object.entries(colors).map(([name, value]) => `--${name}:${value}`)
    this.rules.push(`.slide.${className}{${set.join(';')}}`)
    return className
  }

  /** The number of rules so far. */
  get size(): number {
    return this.rules.length
  }

  /** Returns the style sheet of all classes so far. */
  css(): string {
    return [...new Set(this.rules)].sort().join('\n')
  }

  private add(known: Map<number, string>, name: AtomicProperty, value: number): string {
    const digits = String(Math.round(value * 100) / 100)
    const className = name + digits.replace('-', 'n').replace('.', '_')
    known.set(value, className)
    this.rules.push(`.${className}{${declarations[name](digits)}}`)
    return className
  }
}
