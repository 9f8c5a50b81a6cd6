import Handlebars from 'handlebars/runtime.js'
import { templates } from '#generated/templates.js'
import type { FittedParagraph } from '../model/fitted.ts'
import type { ImageView, MapMark, PlacedBox, TextView } from '../model/laid-out.ts'
import type { Lang } from '../model/lang.ts'
import type { Box, Theme } from '../model/theme.ts'
import type { Atoms } from './atoms.ts'
import { marksHtml, type Shapes } from './drawing.ts'
import { linesHtml } from './lines.ts'
import { groups } from './paragraphs.ts'
import type { Pictures } from './pictures.ts'

/** What the slides of one output share. */
export interface Output {
  theme: Theme
  atoms: Atoms
  pictures: Pictures
  shapes: Shapes
  /** The `id` of each page, for links from page to page; of a page that is left out, nothing. */
  pageIds: readonly (string | undefined)[]
}

/**
 * Draws a template. `lang` is the language of what is around it: a text in another one says so. `innerLevel` is that of the
 * headings inside texts, where it is not 3.
 */
export type Draw = (template: string, view: unknown, lang: Lang, innerLevel?: 2 | 3) => string

/** An output with the templates that draw into it. */
export interface Drawing extends Output {
  draw: Draw
}

type Options = { data: { lang: Lang; innerLevel?: 2 | 3 } }

/**
 * The templates of all blocks and of the page, precompiled with the program, for one output. The instance of Handlebars is
 * our own: nobody else's helpers or partials meet ours. Every text is escaped by it; nothing is written past it.
 */
export function createDrawing(output: Output): Drawing {
  const handlebars = Handlebars.create()
  const compiled = new Map<string, Handlebars.TemplateDelegate>()
  const own = output.theme.templates as typeof templates | undefined
  for (const [name, specification] of Object.entries({ ...templates, ...own })) {
    const template = handlebars.template(specification)
    compiled.set(name, template)
    handlebars.registerPartial(name, template)
  }
  const draw: Draw = (name, view, lang, innerLevel = 3) => {
    const template = compiled.get(name)
    if (!template) throw new Error(`There is no template "${name}"`)
    return template(view, { data: { lang, innerLevel } })
  }
  handlebars.registerHelper({
    ...textHelpers(output),
    ...boxHelpers(output),
    ...drawingHelpers(output),
  })
  return { ...output, draw }
}

/** Draws a template that needs neither a theme nor a language nor another template. */
export const drawPlain = (name: string, view: unknown): string => Handlebars.create().template(templates[name]!)(view)

const safe = (html: string) => new Handlebars.SafeString(html)

/** Letter spacing belongs to large type only; the fitting counts with the same bound. Units: px. */
const spacedAbove = 40

function textHelpers({ theme, atoms, pageIds }: Output) {
  return {
    /** Classes of a text: its style, its size. */
    set({ style: name, size, lineHeight }: TextView): string {
      const spacing = theme.styles[name]?.letterSpacing ?? 0
      const set = `t-${name} ${atoms.of('z', size)} ${atoms.of('l', lineHeight)}`
      return spacing !== 0 && size > spacedAbove ? `${set} ${atoms.of('k', spacing * 1000)}` : set
    },
    /** The paragraphs of a text, as HTML has them. */
    groups: ({ page, lineHeight }: TextView, { data }: Options) => groups(page, lineHeight, atoms, data.innerLevel),
    lines: (paragraph: FittedParagraph, suffix: string | null) => safe(linesHtml(paragraph, suffix, pageIds)),
    /** ` lang="ru"` on what is in another language than what is around it. */
    langOf: (lang: Lang | null, { data }: Options) => (lang && lang !== data.lang ? safe(` lang="${lang}"`) : ''),
  }
}

function boxHelpers({ atoms, pictures }: Output) {
  return {
    /** Classes of a position on the stage. */
    at: (box: Box) => atoms.box(box),
    /** Text that is higher than its box, where the author forbade both smaller type and a further page: it scrolls. */
    overflows: ({ view, height }: PlacedBox) => ((view as Partial<TextView>).page?.height ?? 0) > height,
    picture: ({ picture }: ImageView) => pictures.use(picture),
    crop({ picture, fit, focus }: ImageView): string {
      const classes = `${pictures.className(picture)} ${fit}`
      if (fit !== 'cover') return classes
      const ratio = (1000 * picture.width) / picture.height
      return `${classes} ${atoms.of('u', focus.x * 100)} ${atoms.of('v', focus.y * 100)} ${atoms.of('r', ratio)}`
    },
    is: (a: unknown, b: unknown) => a === b,
  }
}

function drawingHelpers({ shapes }: Output) {
  let ids = 0
  return {
    /** An id that no other element of the page has. */
    fresh: (prefix: string) => `${prefix}-${++ids}`,
    drawing: (marks: readonly MapMark[]) => safe(marksHtml(marks, shapes)),
  }
}
