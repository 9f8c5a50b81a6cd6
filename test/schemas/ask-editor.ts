import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type CompletionItem, getLanguageService, type MarkupContent, TextDocument } from 'vscode-json-languageservice'
import type { Lang } from '../../src/model/lang.ts'

const folder = join(import.meta.dirname, '../../schemas')

/** The schema of a deck in a language. */
export const schemaIn = (lang: Lang) =>
  JSON.parse(readFileSync(join(folder, lang === 'en' ? 'deck.schema.json' : `deck.schema.${lang}.json`), 'utf8'))

/** What an entry of the list of completions shows and inserts. */
export interface Offer {
  label: string
  says: string
  inserts: string
  detail: string
  sort: string
}

/**
 * The language service of VS Code with the schema of a deck, as it works while somebody writes. A deck that names a schema
 * itself gets the same one.
 */
export function askEditor(lang: Lang) {
  const uri = 'file:///decks/deck.json'
  const service = getLanguageService({
    schemaRequestService: async () => JSON.stringify(schemaIn(lang)),
    workspaceContext: { resolveRelativePath: (path, resource) => new URL(path, resource).href },
    clientCapabilities: {
      textDocument: { completion: { completionItem: { documentationFormat: ['markdown', 'plaintext'] } } },
    },
  })
  const schemaUri = `file:///schemas/${lang}.json`
  service.configure({ validate: true, schemas: [{ uri: schemaUri, fileMatch: ['*.json'], schema: schemaIn(lang) }] })
  const open = (text: string) => {
    const document = TextDocument.create(uri, 'json', 1, text)
    return { document, json: service.parseJSONDocument(document) }
  }
  /** The place of `|` in a text, and the text without it. */
  const at = (marked: string) => {
    const offset = marked.indexOf('|')
    const { document, json } = open(marked.slice(0, offset) + marked.slice(offset + 1))
    return { document, json, position: document.positionAt(offset) }
  }
  return {
    /** What is offered where `|` stands. */
    async offers(marked: string): Promise<Offer[]> {
      const { document, json, position } = at(marked)
      return ((await service.doComplete(document, position, json))?.items ?? []).map(offerOf)
    },
    /** What is shown over the place of `|`, without the escapes of Markdown. */
    async hover(marked: string): Promise<string> {
      const { document, json, position } = at(marked)
      const hover = await service.doHover(document, position, json)
      return unescaped([hover?.contents ?? ''].flat().map(String).join('\n'))
    },
    /** The problems of a text, and where they are. */
    async problems(text: string): Promise<{ at: string; says: string }[]> {
      const { document, json } = open(text)
      const found = await service.doValidation(document, json)
      return found.map(({ range, message }) => ({ at: document.getText(range), says: String(message) }))
    },
    /** The texts that stand for colours. */
    async colors(text: string): Promise<string[]> {
      const { document, json } = open(text)
      return (await service.findDocumentColors(document, json)).map(({ range }) => document.getText(range))
    },
  }
}

const unescaped = (markdown: string) => markdown.replace(/\\([\\`*_{}[\]()<>#+\-.!])/g, '$1')

function offerOf({ label, documentation, textEdit, detail, sortText }: CompletionItem): Offer {
  const says = typeof documentation === 'string' ? documentation : ((documentation as MarkupContent)?.value ?? '')
  return { label, says, inserts: textEdit?.newText ?? '', detail: detail ?? '', sort: sortText ?? label }
}
