/** The templates that `scripts/make.mjs` precompiles. */
declare module '#generated/templates.js' {
  export const templates: Record<string, TemplateSpecification>
}
/** The names of the templates that each of Korme's own includes. */
declare module '#generated/template-partials.js' {
  export const partials: Readonly<Record<string, readonly string[]>>
}
declare module '#generated/styles.js' {
  /**
   * Style sheets: of slides, of rare blocks by the name of the template that needs them, of the page when a browser prints
   * it, of the page without script, of handouts, of slides on white paper, of PDFs.
   */
  export const styles: {
    slide: string
    blocks: Readonly<Record<string, string | readonly string[]>>
    browserPrint: string
    document: string
    handout: string
    inkSaving: string
    print: string
  }
}
