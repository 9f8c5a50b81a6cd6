import Handlebars from 'handlebars/runtime.js'
import { templates } from '#generated/templates.js'
import type { FittedParagraph } from '../model/fitted.ts'
import type { ImageView, MapElement, PlacedBox, TextView } from '../model/laid-out.ts'
import type { Lang } from '../model/lang.ts'
import { type Box, letterSpacingAt, type Theme } from '../model/theme.ts'
import type { AtomicCss } from './atomic-css.ts'
import { linesHtml } from './lines-html.ts'
import { groupParagraphs } from './paragraph-groups.ts'
import type { Pictures } from './pictures.ts'
import { marksHtml, type SharedShapes } from './svg-marks.ts'

/** What the slides of one output share. */
export interface RenderContext {
  theme: Theme
  atoms: AtomicCss
  pictures: Pictures
  shapes: SharedShapes
  /** The `id` of each page, for links from page to page; of a page that is left out, nothing. */
  pageIds: readonly (string | undefined)[]
}

/**
 * Draws a template. `lang` is the language of what is around it: a text in another one says so. `innerLevel` is that of the
 * headings inside texts, where it is not 3.
 */
export type RenderTemplate = (template: string, view: unknown, lang: Lang, innerLevel?: 2 | 3) => string

/** An output with the templates that draw into it. */
export interface TemplateRenderer extends RenderContext {
  render: RenderTemplate
}

type Options = { data: { lang: Lang; innerLevel?: 2 | 3 } }

/**
 * The templates of all blocks and of the page, precompiled with the program, for one output. The instance of Handlebars is
 * our own: nobody else's helpers or partials meet ours. Every text is escaped by it; nothing is written past it.
 */
export function createRenderer(context: RenderContext): TemplateRenderer {
  const handlebars = Handlebars.create()
  const compiled = new Map<string, Handlebars.TemplateDelegate>()
  const own = context.theme.templates as typeof templates | undefined
  for (const [name, specification] of Object.entries({ ...templates, ...own })) {
    const template = handlebars.template(specification)
    compiled.set(name, template)
    handlebars.registerPartial(name, template)
  }
  const render: RenderTemplate = (name, view, lang, innerLevel = 3) => {
    const template = compiled.get(name)
    if (!template) throw new Error(`There is no template "${name}"`)
    return template(view, { data: { lang, innerLevel } })
  }
  handlebars.registerHelper({
    ...textHelpers(context),
    ...boxHelpers(context),
    ...svgHelpers(context),
  })
  return { ...context, render }
}

/** Draws a template that needs neither a theme nor a language nor another template. */
export const renderPlain = (name: string, view: unknown): string => Handlebars.create().template(templates[name]!)(view)

const safeHtml = (html: string) => new Handlebars.SafeString(html)

function textHelpers({ theme, atoms, pageIds }: RenderContext) {
  return {
    /** Classes of a text: its style, its size. */
    set({ style: name, size, lineHeight }: TextView): string {
      const style = theme.styles[name]
      const spacing = style ? letterSpacingAt(style, size) : 0
      const set = `t-${name} ${atoms.of('z', size)} ${atoms.of('l', lineHeight)}`
      return spacing !== 0 ? `${set} ${atoms.of('k', spacing * 1000)}` : set
    },
    /** The paragraphs of a text, as HTML has them. */
    groups: ({ page, lineHeight }: TextView, { data }: Options) =>
      groupParagraphs(page, lineHeight, atoms, data.innerLevel),
    lines: (paragraph: FittedParagraph, suffix: string | null) => safeHtml(linesHtml(paragraph, suffix, pageIds)),
    /** ` lang="ru"` on what is in another language than what is around it. */
    langOf: (lang: Lang | null, { data }: Options) => (lang && lang !== data.lang ? safeHtml(` lang="${lang}"`) : ''),
  }
}

function boxHelpers({ atoms, pictures }: RenderContext) {
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

function svgHelpers({ shapes }: RenderContext) {
  let ids = 0
  return {
    /** An id that no other element of the page has. */
    fresh: (prefix: string) => `${prefix}-${++ids}`,
    drawing: (marks: readonly MapElement[]) => safeHtml(marksHtml(marks, shapes)),
  }
}
