/** The validator that `scripts/make.mjs` generates from each schema. */
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
