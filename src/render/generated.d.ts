/** The templates that `scripts/make.mjs` precompiles. */
declare module '#generated/templates.js' {
  export const templates: Record<string, TemplateSpecification>
}
declare module '#generated/styles.js' {
  /**
   * Style sheets: of slides, of rare blocks by the name of the template that needs them, of the page when a browser prints
   * it, of the page without script, of handouts, of PDFs.
   */
  export const styles: {
    slide: string
    blocks: Readonly<Record<string, string>>
    browserPrint: string
    document: string
    handout: string
    print: string
  }
}
