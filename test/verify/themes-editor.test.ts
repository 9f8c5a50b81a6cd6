import '../client/edit/editor.integration.test.ts'
