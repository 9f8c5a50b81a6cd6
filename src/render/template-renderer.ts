import Handlebars from 'handlebars/runtime.js'
import { templates } from '#generated/templates.js'
import { KormeError } from '../model/errors.ts'
import type { FittedParagraph } from '../model/fitted.ts'
import type { DrawnElement, ImageView, PlacedBox, TextView } from '../model/laid-out.ts'
import { type Lang, tagOf } from '../model/lang.ts'
import { type Box, letterSpacingAt, type Theme } from '../model/theme.ts'
import type { AtomicCss, AtomicProperty } from './atomic-css.ts'
import { linesHtml, listsHtml } from './lines-html.ts'
import { groupParagraphs, type ParagraphView } from './paragraph-groups.ts'
import type { Pictures } from './pictures.ts'
import { marksHtml, type SharedShapes } from './svg-marks.ts'

/** What the pages of one output share. */
export interface RenderContext {
  theme: Theme
  atoms: AtomicCss
  pictures: Pictures
  shapes: SharedShapes
  /** The `id` of each page, for links between pages; undefined for a page that is left out. */
  pageIds: readonly (string | undefined)[]
  /** Whether the output is printed, so that it has no reading view, in which browsers break lines. Default: false. */
  isPaper?: boolean
  /** Whether Kazakh texts are in Latin letters. */
  latin?: boolean | undefined
}

/**
 * Renders a template. `lang` is the language of the surrounding element: text in another language gets a `lang` attribute.
 * `innerLevel` is the level of headings inside texts, 3 by default.
 */
export type RenderTemplate = (template: string, view: unknown, lang: Lang, innerLevel?: 2 | 3) => string

/** The context of an output with a function that renders its templates. */
export interface TemplateRenderer extends RenderContext {
  render: RenderTemplate
}

type Data = { lang: Lang; innerLevel?: 2 | 3 }
type Options = { data: Data }
type Fill = (template: string, view: unknown, data: Data) => string

/**
 * Creates the renderer of one output, with the precompiled templates of blocks and pages and those of the theme. It has its
 * own instance of Handlebars, isolated from the helpers and partials of others. Handlebars escapes all text.
 *
 * Errors: rendering throws `theme-templates-failed` for a page that only the templates of the theme cannot make.
 */
export function createRenderer(context: RenderContext): TemplateRenderer {
  const { theme } = context
  const own = theme.templates as typeof templates | undefined
  const fill = compile({ ...templates, ...own }, context)
  const render: RenderTemplate = (name, view, lang, innerLevel = 3) => {
    const data = { lang, innerLevel }
    try {
      return fill(name, view, data)
    } catch (error) {
      const files = Object.keys(own ?? {}).map((name) => `${name}.hbs`)
      if (files.length === 0) throw error
      compile(templates, context)(name, view, data) // throws as well if the fault is ours
      const reason = String((error as Error).message)
        .split('\n', 1)[0]!
        .slice(0, 200)
        .replace(/\.$/, '')
      throw new KormeError({ code: 'theme-templates-failed', theme: theme.id, templates: files, reason })
    }
  }
  return { ...context, render }
}

/** Compiles templates, which may include one another, with the helpers of one output. */
function compile(specifications: typeof templates, context: RenderContext): Fill {
  const handlebars = Handlebars.create()
  const compiled = new Map<string, Handlebars.TemplateDelegate>()
  for (const [name, specification] of Object.entries(specifications)) {
    const template = handlebars.template(specification)
    compiled.set(name, template)
    handlebars.registerPartial(name, template)
  }
  handlebars.registerHelper({
    ...textHelpers(context),
    ...boxHelpers(context),
    ...svgHelpers(context),
  })
  return (name, view, data) => {
    const template = compiled.get(name)
    if (!template) throw new Error(`There is no template "${name}"`)
    return template(view, { data })
  }
}

/** Renders a template that needs neither theme nor language nor other templates. */
export const renderPlain = (name: string, view: unknown): string => Handlebars.create().template(templates[name]!)(view)

const safeHtml = (html: string) => new Handlebars.SafeString(html)

function textHelpers(context: RenderContext) {
  const { theme, atoms } = context
  return {
    /** The classes of a text: its style and size. */
    set({ style: name, size, lineHeight }: TextView): string {
      const style = theme.styles[name]
      const spacing = style ? letterSpacingAt(style, size) : 0
      const set = `t-${name} ${atoms.of('z', size)} ${atoms.of('l', lineHeight)}`
      return spacing !== 0 ? `${set} ${atoms.of('k', spacing * 1000)}` : set
    },
    /** The paragraphs of a text, grouped into lists. */
    groups: ({ page, lineHeight }: TextView, { data }: Options) =>
      groupParagraphs(page, lineHeight, atoms, data.innerLevel),
    lines: (paragraph: FittedParagraph & Pick<ParagraphView, 'lists'>, suffix: string | null) =>
      safeHtml(linesHtml(paragraph, suffix, context) + (paragraph.lists ? listsHtml(paragraph.lists, context) : '')),
    /** ` lang="ru"` if the language differs from that of the surrounding element. */
    langOf: (lang: Lang | null, { data }: Options) =>
      lang && lang !== data.lang ? safeHtml(` lang="${tagOf(lang, context.latin)}"`) : '',
  }
}

function boxHelpers({ atoms, pictures }: RenderContext) {
  return {
    /** The class of one measure, such as `w` for a width. */
    atom: (name: AtomicProperty, value: number) => atoms.of(name, value),
    /** The classes of a box on the stage. */
    at: (box: Box) => atoms.box(box),
    /** Whether text is higher than its box, which happens only with `fit: "shrink"`; it scrolls then. */
    overflows: ({ view, height }: PlacedBox) => ((view as Partial<TextView>).page?.height ?? 0) > height,
    picture: ({ picture }: ImageView) => pictures.use(picture),
    crop({ picture, fit, focus, plate }: ImageView): string {
      const classes = `${pictures.className(picture)} ${fit}${plate ? ' plate' : ''}`
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
    /** An id that is unique in the page, for the templates of themes. */
    fresh: (prefix: string) => `${prefix}-${++ids}`,
    drawing: (marks: readonly DrawnElement[]) => safeHtml(marksHtml(marks, shapes)),
  }
}
