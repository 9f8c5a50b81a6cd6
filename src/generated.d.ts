/** What `bundle/make.mjs` writes into `build/generated/`. */
declare module '#generated/templates.js' {
  export const templates: Record<string, TemplateSpecification>
}
declare module '#generated/grounds.js' {
  export const grounds: Record<string, import('./blocks/map/ground.ts').Ground>
}
declare module '#generated/styles.js' {
  /** Of slides, wherever they are drawn; of the browser's page, printed or without its script; of the page for PDFs. */
  export const styles: { slide: string; browserPrint: string; document: string; handout: string; print: string }
}
declare module '#generated/validate-*' {
  interface SchemaError {
    instancePath: string
    schemaPath: string
    keyword: string
    params: Record<string, unknown>
    message?: string
  }
  const validate: { (value: unknown): boolean; errors?: SchemaError[] | null }
  export default validate
}
