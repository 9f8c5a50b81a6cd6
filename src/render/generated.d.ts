/** What `scripts/make.mjs` writes for this folder. */
declare module '#generated/templates.js' {
  export const templates: Record<string, TemplateSpecification>
}
declare module '#generated/styles.js' {
  /** Of slides, wherever they are drawn; of the browser's page, printed or without its script; of the page for PDFs. */
  export const styles: { slide: string; browserPrint: string; document: string; handout: string; print: string }
}
