import type { Box } from '../model/theme.ts'

/** What a class of one declaration sets, by the letter its name begins with. Units: px, `k` thousandths of an em. */
const declarations = {
  x: (v: string) => `left:${v}px`,
  y: (v: string) => `top:${v}px`,
  w: (v: string) => `width:${v}px`,
  h: (v: string) => `height:${v}px`,
  m: (v: string) => `margin-top:${v}px`,
  z: (v: string) => `font-size:${v}px`,
  l: (v: string) => `line-height:${v}px`,
  k: (v: string) => `letter-spacing:${Number(v) / 1000}em`,
  /** Where the lines of a paragraph begin, where its bullet stands. */
  i: (v: string) => `--indent:${v}px`,
  j: (v: string) => `--bullet:${v}px`,
  /** The point of a picture that stays in sight. Units: percent. */
  u: (v: string) => `--focus-x:${v}%`,
  v: (v: string) => `--focus-y:${v}%`,
  /** Of a picture, its width divided by its height. Units: thousandths. */
  r: (v: string) => `--ratio:${Number(v) / 1000}`,
  /** By how much a text is made smaller that does not fit and cannot scroll. */
  s: (v: string) => `--shrink:${v}`,
}

export type AtomicProperty = keyof typeof declarations

/**
 * The classes of one declaration that slides ask for while they are rendered. The page's CSP drops every `style=`, so all
 * that is computed (positions, sizes) stands in the style sheet that the page allows by its hash, each value once.
 */
export class AtomicCss {
  private readonly classes = new Map<AtomicProperty, Map<number, string>>()
  private readonly rules: string[] = []

  /** The class for a value: `y` and 132 give `y132`, `.y132{top:132px}`. Rounded to hundredths. */
  of(name: AtomicProperty, value: number): string {
    let known = this.classes.get(name)
    if (!known) this.classes.set(name, (known = new Map()))
    return known.get(value) ?? this.add(known, name, value)
  }

  /** The four classes of a box on the stage. */
  box({ x, y, width, height }: Box): string {
    return `${this.of('x', x)} ${this.of('y', y)} ${this.of('w', width)} ${this.of('h', height)}`
  }

  /** The class of a slide's own ground and the colours that go with it. Shape: `color` is `#rgb` or `#rrggbb`. */
  background(color: string, colors: Readonly<Record<string, string>>): string {
    const className = `ground-${color.slice(1).toLowerCase()}`
    const set = Object.entries(colors).map(([name, value]) => `--${name}:${value}`)
    this.rules.push(`.slide.${className}{${set.join(';')}}`)
    return className
  }

  /** How many rules there are so far. */
  get size(): number {
    return this.rules.length
  }

  /** The style sheet of all classes asked for so far. */
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
